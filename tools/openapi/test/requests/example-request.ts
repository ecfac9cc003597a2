import {
  serialize,
  serializeInHeader,
  serializeInPath,
} from "../../../../packages/client/src/serialization.ts";
import {
  basePath,
  type Description,
  isJson,
  mapValues,
  type Operation,
  type Parameter,
} from "../../src/index.ts";
import { exampleBody } from "./example-body.ts";
import { exampleCredentials } from "./example-credentials.ts";
import { type ExampleInput, exampleInput } from "./example-input.ts";

export { exampleSecret } from "./example-credentials.ts";
export { type ExampleInput, exampleInput } from "./example-input.ts";

/** A request as it is written into a message, which may be one that a `Request` cannot be. */
export interface PlainRequest {
  /** In capitals. */
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  /** By their names, in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Empty where there is none. */
  readonly body: Uint8Array;
}

export interface ExampleRequestOptions {
  /** The named example of the body that is sent. Default: the first. */
  readonly example?: string | undefined;
  /** Every credential, and every part of one. */
  readonly secret?: string | undefined;
}

/**
 * The request that the examples of an operation make, for whatever the description says: any method, parameters in all places
 * and styles, a body of any kind, and the credentials of its first alternative.
 */
export function exampleRequest(
  description: Description,
  operation: Operation,
  { example, secret }: ExampleRequestOptions = {},
): PlainRequest {
  const { parameters, body } = exampleInput(description, operation, example);
  const credentials = exampleCredentials(description, operation, secret);
  const inPlace = (place: Parameter["in"]) => parameters.filter(({ parameter }) => parameter.in === place);
  const pairs = (place: "query" | "cookie") =>
    inPlace(place).flatMap(
      ({ parameter, value }) => serialize(parameter.name, value, styleOf(parameter)) || [],
    );
  const query = [...pairs("query"), ...credentials.query];
  // What `form` writes as several pairs are several cookies.
  const cookies = [...pairs("cookie").map((pair) => pair.replaceAll("&", "; ")), ...credentials.cookies];
  const content = body && exampleBody(body.media, body.value);

  const path = pathOf(operation, inPlace("path"));
  const headers: Record<string, string> = {
    ...Object.fromEntries(
      inPlace("header").map(({ parameter, value }) => [
        parameter.name.toLowerCase(),
        serializeInHeader(value, styleOf(parameter)) ?? "",
      ]),
    ),
    ...credentials.headers,
    ...(cookies.length > 0 && { cookie: cookies.join("; ") }),
    ...(content && { "content-type": content.mediaType }),
  };
  return {
    method: operation.method.toUpperCase(),
    target: query.length > 0 ? `${path}?${query.join("&")}` : path,
    // RFC 9110 § 5.5: control characters would end a header, or make it invalid.
    headers: mapValues(headers, (value) => value.replaceAll(/\p{Cc}+/gu, " ")),
    body: new TextEncoder().encode(content?.text),
  };
}

/** A request to a server that is asked without a socket. */
export function toRequest(
  { method, target, headers, body }: PlainRequest,
  origin = "http://sandbox",
): Request {
  // A Request of these methods cannot have a body, though a request can.
  const hasBody = method !== "GET" && method !== "HEAD" && body.byteLength > 0;
  // Bytes, since fetch would give text a media type of its own.
  return new Request(origin + target, { method, headers, ...(hasBody && { body: Uint8Array.from(body) }) });
}

function pathOf({ path, servers: [server] }: Operation, parameters: ExampleInput["parameters"]): string {
  const filled = path.replaceAll(/\{([^{}]+)\}/g, (expression, name: string) => {
    const given = parameters.find(({ parameter }) => parameter.name === name);
    return given
      ? serializeInPath(name, given.value, styleOf(given.parameter))
      : encodeURIComponent(expression);
  });
  return (server === undefined ? "" : basePath(server)) + filled;
}

type Style = Parameters<typeof serialize>[2];

function styleOf({ mediaType, style, explode, allowReserved }: Parameter): Style {
  if (mediaType === undefined) return [style, explode, allowReserved];
  return isJson(mediaType) ? ["json"] : [style];
}
