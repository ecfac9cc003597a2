import { defaultBaseUrl, firstSentence, resultVariable } from "@visitors-api/codegen";
import { isObject } from "@visitors-api/openapi";
import { baseUrlOf, type CalledOperation } from "../make-request.ts";
import type { RequestValues, SampleRequest } from "../request.ts";
import { sentMediaType } from "../sent-media-type.ts";
import { environment, importOfFiles, javascript, string } from "./javascript.ts";
import { Expression, literal, width } from "./literals.ts";

/** The package that the generated client is published as. */
const clientPackage = "@visitors-api/client";

type Body = NonNullable<CalledOperation["operation"]["input"]["body"]>;

/** A program that calls the generated client's method; undefined for a body that the method does not take. */
export function emitTypescript(request: SampleRequest, shown: CalledOperation): string | undefined {
  const { operation } = shown;
  const body = bodyOf(request, shown);
  // An example of a body whose properties are the input's own is an object, or does not fit its own schema.
  const { body: value } = request.values;
  if (value !== undefined && !(body && (body.grouped || isObject(value)))) return undefined;

  const result = operation.response === "none" ? undefined : resultVariable(operation.output);
  const call = `${result === undefined ? "" : `const ${result} = `}await client.${operation.name}(`;
  const errors = documentedErrors(shown);
  const level = errors.length > 0 ? 1 : 0;
  const args = argumentsOf(request, body, shown);
  const printed = args.map((arg) => literal(arg, javascript, level, level * 2 + call.length + 2)).join(", ");
  const lines = [`${call}${printed});`, ...(result === undefined ? [] : [`console.log(${result});`])];
  const names = ["createClient", ...errors.map(({ name }) => name)].sort(caseInsensitively);
  return [
    ...(hasFile(args) ? [importOfFiles] : []),
    importOf(names),
    "",
    `const client = createClient(${clientOptions(shown)});`,
    "",
    ...(errors.length === 0
      ? lines
      : ["try {", ...lines.map((line) => `  ${line}`), `} catch (error) {`, handlers(errors), "}"]),
  ].join("\n");
}

function importOf(names: readonly string[]): string {
  const line = `import { ${names.join(", ")} } from ${string(clientPackage)};`;
  if (line.length <= width) return line;
  return `import {\n${names.map((name) => `  ${name},\n`).join("")}} from ${string(clientPackage)};`;
}

/** The body that a request has: the one that the method sends, or another that a call can choose. */
function bodyOf({ mediaType }: SampleRequest, { operation }: CalledOperation): Body | undefined {
  const { body, choices } = operation.input;
  return body && [body, ...choices].find((offered) => offered.mediaType === mediaType);
}

/** The method's input and, where the client would not do so by itself, the media type and the headers to send. */
function argumentsOf(
  { values }: SampleRequest,
  body: Body | undefined,
  { operation: { input, headers } }: CalledOperation,
): unknown[] {
  const given = inputOf(values, body, input);
  const contentType =
    body && body !== input.body ? sentMediaType({ name: body.mediaType, kind: body.kind }) : undefined;
  const defaults = headers?.defaults ?? {};
  const others = Object.entries(values.header).filter(([name, value]) => defaults[name] !== String(value));
  const options = {
    ...(contentType !== undefined && { contentType }),
    ...(others.length > 0 && { headers: Object.fromEntries(others) }),
  };
  if (Object.keys(options).length > 0) return [given, options];
  return Object.keys(given).length > 0 || !input.optional ? [given] : [];
}

/** One flat object, unless the description makes the generator group the body. */
function inputOf(
  { path, query, cookie, body: value }: RequestValues,
  body: Body | undefined,
  { hidden }: CalledOperation["operation"]["input"],
): Record<string, unknown> {
  const parameters = Object.entries({ path, query, cookie }).flatMap(([place, named]) =>
    Object.entries(named).filter(
      ([name]) => !hidden.some((parameter) => parameter.place === place && parameter.name === name),
    ),
  );
  const flat = Object.fromEntries(parameters);
  if (body === undefined || value === undefined) return flat;
  if (!body.grouped && isObject(value)) return { ...flat, ...value };
  // Where a text is to be bytes, the client takes bytes.
  const isBytes = typeof value === "string" && (body.kind === "bytes" || body.kind === "stream");
  return { ...flat, body: isBytes ? new Expression(`new Blob([${string(value)}])`) : value };
}

function clientOptions(shown: CalledOperation): string {
  const { model, credentials } = shown;
  const options = credentials.map(({ scheme, variables: [variable, password] }) => {
    if (password === undefined) return `${javascript.key(scheme.option)}: ${environment(variable)}`;
    const pair = `username: ${environment(variable)} ?? "", password: ${environment(password)} ?? ""`;
    return `${javascript.key(scheme.option)}: { ${pair} }`;
  });
  if (shown.baseUrl !== undefined || defaultBaseUrl(model) === undefined) {
    options.push(`baseUrl: ${string(baseUrlOf(shown))}`);
  }
  const line = options.join(", ");
  if (options.length === 0) return "";
  const taken = "const client = createClient({  });".length;
  return line.length + taken <= width ? `{ ${line} }` : `{\n  ${options.join(",\n  ")},\n}`;
}

type Handled = { readonly name: string; readonly says: string | undefined };

/** The errors that the description names, and last the class of all others. */
function documentedErrors({ operation }: CalledOperation): Handled[] {
  const byName = new Map<string, Handled>();
  for (const { class: name, description } of operation.errors) {
    if (name !== "ApiError" && !byName.has(name))
      byName.set(name, { name, says: firstSentence(description) });
  }
  return operation.errors.length === 0 ? [] : [...byName.values(), { name: "ApiError", says: undefined }];
}

function handlers(errors: readonly Handled[]): string {
  const branches = errors.map(({ name, says }) => {
    const report = says
      ? `console.error(${string(says)}, error.body);`
      : "console.error(error.status, error.body);";
    return `if (error instanceof ${name}) {\n    ${report}\n  }`;
  });
  return `  ${[...branches, "{\n    throw error;\n  }"].join(" else ")}`;
}

function hasFile(value: unknown): boolean {
  if (value instanceof File) return true;
  return typeof value === "object" && value !== null && Object.values(value).some(hasFile);
}

function caseInsensitively(a: string, b: string): number {
  return a.toLowerCase() < b.toLowerCase() ? -1 : 1;
}
