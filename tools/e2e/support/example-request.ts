import type { DescribedOperation } from "./description.ts";

export interface PlainRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** The request of an operation that its examples make. */
export function exampleRequest(operation: DescribedOperation): PlainRequest {
  const { method, path, parameters, isSecured, requestContent, requests } = operation;
  const [example] = Object.values(requests);
  const [mediaType] = Object.keys(requestContent);
  const required = parameters.filter((parameter) => parameter.required === true);
  const query = required.filter((parameter) => parameter.in === "query");
  const target = path.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => {
    return encodeURIComponent(String(required.find((parameter) => parameter.name === name)?.example));
  });
  const search = new URLSearchParams(query.map(({ name, example: value }) => [name, String(value)]));
  return {
    method,
    target: search.size === 0 ? target : `${target}?${search}`,
    headers: {
      ...(isSecured && { authorization: "Bearer any" }),
      ...(example !== undefined && mediaType !== undefined && { "content-type": mediaType }),
    },
    body: new TextEncoder().encode(example === undefined ? "" : JSON.stringify(example)),
  };
}

/** A request to a sandbox without a socket. */
export function toRequest({ method, target, headers, body }: PlainRequest): Request {
  // A Request of these methods cannot have a body, though a request can.
  const hasBody = method !== "GET" && method !== "HEAD" && body.byteLength > 0;
  // Bytes, since fetch would give text a media type of its own.
  return new Request(`http://sandbox${target}`, {
    method,
    headers,
    ...(hasBody && { body: Uint8Array.from(body) }),
  });
}
