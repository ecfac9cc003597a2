import type { HeadersOptions, Middleware } from "openapi-fetch";
import type { CallInit, Description, OperationEntry, StepResult } from "./description.ts";
import { type HeaderRecord, mergeHeaders } from "./headers.ts";
import type { BaseClientOptions, RequestOptions } from "./options.ts";

/** What openapi-fetch's methods take, our own options among it. */
export interface Init extends CallInit, RequestOptions {
  readonly baseUrl?: string;
  readonly signal?: AbortSignal | null;
  readonly fetch?: BaseClientOptions["fetch"];
  readonly Request?: typeof Request;
  readonly middleware?: readonly Middleware[];
}

/** What the request of a call is made of. */
export function requestInit(
  { method, body: mediaType = "application/json", headers: described }: OperationEntry,
  init: Init,
  prepared: StepResult | undefined,
  options: BaseClientOptions,
  { agent }: Description,
): RequestInit & { readonly method: string; readonly headers: HeaderRecord } {
  const { params, body, bodySerializer = writeBody } = { ...prepared, ...init };
  const headers = mergeHeaders(
    // A browser says for itself who is asking, and needs the server's leave to send more.
    !/^Mozilla/.test(globalThis.navigator?.userAgent) && { "User-Agent": agent },
    body !== undefined && { "Content-Type": mediaType },
    described,
    prepared?.headers,
    options.headers,
    init.headers,
    params?.["header"] as HeadersOptions,
    prepared?.lastHeaders,
  );
  const written = body === undefined ? null : (bodySerializer(body, headers) as BodyInit);
  // The platform writes the one of a multipart form, for it knows the boundary.
  if (written instanceof FormData) delete headers["content-type"];
  return {
    ...options.fetchOptions,
    ...prepared,
    ...init,
    ...init.fetchOptions,
    method,
    headers,
    body: written ?? null,
  };
}

/** Writes a body as openapi-fetch does: as a form where the request says so, and otherwise as JSON. */
function writeBody(body: unknown, headers: HeaderRecord): unknown {
  if (body instanceof FormData) return body;
  // What has no text of its own in a form is the caller's to write.
  return /\/x-www-form-urlencoded/i.test(`${headers["content-type"]}`)
    ? `${new URLSearchParams(body as Record<string, string>)}`
    : JSON.stringify(body);
}
