import {
  deref,
  type Header,
  isFieldValue,
  isJson,
  isObject,
  isToken,
  type Response,
  type Schema,
} from "@visitors-api/openapi";
import type { Description } from "../description/description.ts";

/**
 * Headers that say how this very message is framed and coded, which no example can (RFC 9110 § 8.4, § 8.6 and § 7.6.1, RFC 9112
 * § 6).
 */
const OF_THE_MESSAGE: ReadonlySet<string> = new Set([
  "connection",
  "content-encoding",
  "content-length",
  "keep-alive",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

// The same for all requests.
const found = new WeakMap<Response, Promise<Readonly<Record<string, string>>>>();

/**
 * The headers that are documented for a response: those that the description has a value of, and samples of those that are
 * required.
 *
 * @throws Error when HTTP cannot carry one of them.
 */
export function documentedHeaders(
  description: Description,
  response: Response,
): Promise<Readonly<Record<string, string>>> {
  let headers = found.get(response);
  if (headers === undefined) {
    headers = readHeaders(description, response);
    found.set(response, headers);
  }
  return headers;
}

async function readHeaders(description: Description, response: Response): Promise<Record<string, string>> {
  const headers: Record<string, string> = {};
  for (const header of response.headers) {
    const name = header.name.toLowerCase();
    if (OF_THE_MESSAGE.has(name)) continue;
    const value = await headerValue(header, description);
    if (value === undefined || value === null) continue;
    const text = textOf(value, header);
    if (!isToken(name) || !isFieldValue(text)) {
      throw new Error(
        `The description has a header for ${response.status} that HTTP cannot carry: ${JSON.stringify(`${header.name}: ${text}`)}`,
      );
    }
    headers[name] = text;
  }
  return headers;
}

async function headerValue({ schema, required, examples: [given] }: Header, description: Description) {
  if (given) return given.value;
  const documented = documentedValue(schema, description);
  if (documented !== undefined || !required) return documented;
  return (await description.samples.of(schema, "response")).value;
}

function documentedValue(schema: Schema | undefined, { schemas }: Description): unknown {
  const described = schema === undefined ? undefined : deref(schema, schemas);
  if (typeof described !== "object") return undefined;
  const { example, examples = [], default: usual, const: only, enum: values = [] } = described;
  return [example, ...examples, usual, only, ...values].find((value) => value !== undefined);
}

/** As the style `simple` writes it (OpenAPI 3.1 § 4.8.21), or as the media type that it has. */
function textOf(value: unknown, { mediaType, explode }: Header): string {
  if (mediaType !== undefined && isJson(mediaType)) return JSON.stringify(value);
  if (!isObject(value)) return [value].flat().map(partOf).join(",");
  const pairs = Object.entries(value).map(([name, part]) => [name, partOf(part)]);
  return pairs.map((pair) => pair.join(explode ? "=" : ",")).join(",");
}

function partOf(part: unknown): string {
  return typeof part === "object" ? JSON.stringify(part) : String(part);
}
