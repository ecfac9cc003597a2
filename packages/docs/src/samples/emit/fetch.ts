import type { CalledOperation } from "../make-request.ts";
import { isFormData, type RequestBody, type SampleRequest } from "../request.ts";
import {
  environment,
  importOfFiles,
  javascript,
  openFile,
  string,
  templateLiteral,
  templateText,
} from "./javascript.ts";
import { indented, literal } from "./literals.ts";

/**
 * A module for the `fetch` that browsers, Node.js and others have; undefined for a body of several parts that is no form, which they do
 * not write.
 */
export function emitFetch(request: SampleRequest, { operation }: CalledOperation): string | undefined {
  const { method, headers, basic, body } = request;
  if (body?.kind === "multipart" && !isFormData(body.mediaType)) return undefined;
  const options = [
    ...(method === "GET" ? [] : [`method: ${string(method)},`]),
    ...headersOption(headers, basic),
    ...(body ? [`body: ${bodyExpression(body)},`] : []),
  ];
  const init = options.length === 0 ? "" : `, {\n${indented(options.join("\n"), javascript)}\n}`;
  const parts = [
    ...(needsFiles(body) ? [importOfFiles, ""] : []),
    ...(body?.kind === "multipart" ? [formOf(body.parts), ""] : []),
    `const response = await fetch(${urlExpression(request)}${init});`,
    "if (!response.ok) {",
    `  throw new Error(\`\${response.status} \${await response.text()}\`);`,
    "}",
    ...(method === "HEAD" ? ["console.log(response.status);"] : printed(operation.response)),
  ];
  return parts.join("\n");
}

/** Prints the answer, read as what it is. Where there may be none, or where its media type would have to tell, it is read as text. */
function printed(response: CalledOperation["operation"]["response"]): string[] {
  switch (response) {
    case "none":
      return ["console.log(response.status);"];
    case "json":
    case "blob":
      return [`console.log(await response.${response}());`];
    case "stream":
      return [
        "for await (const text of response.body.pipeThrough(new TextDecoderStream())) {",
        "  console.log(text);",
        "}",
      ];
    default:
      return ["console.log(await response.text());"];
  }
}

function urlExpression({ url, secretQuery }: SampleRequest): string {
  if (secretQuery.length === 0) return string(url);
  const secrets = secretQuery.map(({ name, variable }) => {
    return `${name}=\${encodeURIComponent(${environment(variable)})}`;
  });
  return `\`${templateText(url)}${url.includes("?") ? "&" : "?"}${secrets.join("&")}\``;
}

function headersOption(headers: SampleRequest["headers"], basic: SampleRequest["basic"]): string[] {
  const lines = headers.map(({ name, value }) => `${javascript.key(name)}: ${templateLiteral(value)},`);
  if (basic) {
    const pair = `\${${environment(basic.username)}}:\${${environment(basic.password)}}`;
    lines.unshift(`Authorization: \`Basic \${btoa(\`${pair}\`)}\`,`);
  }
  return lines.length === 0 ? [] : [`headers: {\n${indented(lines.join("\n"), javascript)}\n},`];
}

function bodyExpression(body: RequestBody): string {
  switch (body.kind) {
    case "json":
      return `JSON.stringify(${literal(body.value, javascript, 0, "  body: JSON.stringify(),".length)})`;
    case "text":
      return string(body.text);
    case "file":
      return openFile(body.file);
    case "form":
      return `new URLSearchParams(${literal(body.fields, javascript, 0, "  body: new URLSearchParams(),".length)})`;
    case "multipart":
      return "form";
  }
}

function formOf(parts: Extract<RequestBody, { kind: "multipart" }>["parts"]): string {
  const lines = parts.map(({ name, value, mediaType }) => {
    if (typeof value !== "string")
      return `form.append(${string(name)}, ${openFile(value)}, ${string(value.name)});`;
    // Of a form, only what is a `Blob` has a media type.
    const text =
      mediaType === undefined
        ? string(value)
        : `new Blob([${string(value)}], { type: ${string(mediaType)} })`;
    return `form.append(${string(name)}, ${text});`;
  });
  return ["const form = new FormData();", ...lines].join("\n");
}

function needsFiles(body: RequestBody | undefined): boolean {
  if (body?.kind === "multipart") return body.parts.some(({ value }) => typeof value !== "string");
  return body?.kind === "file";
}
