import { json } from "../../json.ts";
import {
  type Header,
  isFormData,
  type Part,
  type RequestBody,
  type SampleRequest,
  type Template,
} from "../request.ts";

/** A command for a POSIX shell. */
export function emitCurl({ method, url, secretQuery, headers, basic, body }: SampleRequest): string {
  const options = [
    ...secretQuery.map(({ name, variable }) => `--url-query ${quoted([`${name}=`, { variable }])}`),
    ...(basic ? [`--user ${quoted([{ variable: basic.username }, ":", { variable: basic.password }])}`] : []),
    ...headers.map((header) => `--header ${headerArgument(header)}`),
    ...(body ? bodyOptions(body) : []),
  ];
  return [["curl", ...methodOption(method), ...urlArgument(url)].join(" "), ...options].join(" \\\n  ");
}

function methodOption(method: string): string[] {
  if (method === "GET") return [];
  return method === "HEAD" ? ["--head"] : ["--request", method];
}

/** In a URL, curl takes brackets and braces for patterns. */
function urlArgument(url: string): string[] {
  const argument = /^[\w:/.-]+$/.test(url) ? url : quoted([url]);
  return /[[\]{}]/.test(url) ? ["--globoff", argument] : [argument];
}

/** A colon would make curl leave out a header without a value. */
function headerArgument({ name, value }: Header): string {
  const isEmpty = value.every((part) => typeof part === "string" && part.trim() === "");
  if (isEmpty) return quoted([`${name};`]);
  const [first, ...rest] = value;
  return quoted(typeof first === "string" ? [`${name}: ${first}`, ...rest] : [`${name}: `, ...value]);
}

function bodyOptions(body: RequestBody): string[] {
  switch (body.kind) {
    case "json":
      return [`--data ${quoted([json(body.value, 2)])}`];
    case "text":
      return [`--data-raw ${quoted([body.text])}`];
    case "file":
      return [`--data-binary ${quoted([`@${body.file.name}`])}`];
    case "form":
      // What stands before the equals sign curl does not encode.
      return body.fields.map(
        ([name, value]) => `--data-urlencode ${quoted([`${encodeURIComponent(name)}=${value}`])}`,
      );
    case "multipart":
      return [...multipartHeader(body.mediaType), ...body.parts.map(partOption)];
  }
}

/** curl adds the boundary to it. */
function multipartHeader(mediaType: string): string[] {
  if (isFormData(mediaType)) return [];
  return [`--header ${quoted([`Content-Type: ${mediaType}`])}`];
}

function partOption({ name, value, mediaType }: Part): string {
  if (typeof value !== "string") return `--form ${quoted([`${name}=@${value.name};type=${value.type}`])}`;
  if (mediaType === undefined) return `--form-string ${quoted([`${name}=${value}`])}`;
  // Between quotes, nothing of a text is special to `--form` but they themselves.
  const content = value.replaceAll(/["\\]/g, "\\$&");
  return `--form ${quoted([`${name}="${content}";type=${mediaType}`])}`;
}

/**
 * One argument. Between single quotes nothing is special but the quote itself; a secret stands between double quotes, together
 * with text around it where that has nothing special in it.
 */
function quoted(template: Template): string {
  const isPlain = template.every((part) => typeof part !== "string" || /^[\w /:;.,=-]*$/.test(part));
  const hasSecret = template.some((part) => typeof part !== "string");
  if (isPlain && hasSecret) {
    return `"${template.map((part) => (typeof part === "string" ? part : `$${part.variable}`)).join("")}"`;
  }
  const pieces = template.map((part) => {
    return typeof part === "string" ? `'${part.replaceAll("'", "'\\''")}'` : `"$${part.variable}"`;
  });
  return pieces.join("");
}
