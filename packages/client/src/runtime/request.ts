import type { HeadersOptions, Middleware } from "openapi-fetch";
import type { CallInit, Description, OperationEntry, StepResult } from "./description.ts";
import { type HeaderRecord, mergeHeaders } from "./headers.ts";
import type { MadeOf, MadeRequest } from "./made-request.ts";
import type { BaseClientOptions, RequestOptions } from "./options.ts";

/** What openapi-fetch's methods take, our own options among it. */
export interface Init extends CallInit, RequestOptions {
  readonly baseUrl?: string;
  readonly signal?: AbortSignal | null;
  readonly fetch?: BaseClientOptions["fetch"];
  readonly Request?: typeof Request;
  readonly middleware?: readonly Middleware[];
}

/** The same, with what the steps of a description add where it is silent. */
export type PreparedInit = Omit<StepResult, keyof Init> & Init;

/**
 * What the request of a call is made of.
 *
 * @param url Without the parameters.
 */
export function requestInit(
  { method, body: mediaType = "application/json", headers: described }: OperationEntry,
  init: PreparedInit,
  options: BaseClientOptions,
  { agent, writeUrl }: Description,
  url: string,
): RequestInit & MadeRequest & MadeOf {
  const { params, body, bodySerializer = writeBody } = init;
  const headers: HeaderRecord = { ...described };
  // A browser says for itself who is asking, and needs the server's leave to send more.
  if (!/^Mozilla/.test(globalThis.navigator?.userAgent)) headers["user-agent"] ??= agent;
  if (body !== undefined) headers["content-type"] ??= mediaType;
  mergeHeaders(
    headers,
    init.firstHeaders,
    options.headers,
    init.headers,
    params?.["header"] as HeadersOptions,
    init.lastHeaders,
  );
  const written = body === undefined ? null : (bodySerializer(body, headers) as BodyInit | null);
  // The platform writes the one of a multipart form, for it knows the boundary.
  if (written instanceof FormData) delete headers["content-type"];
  return {
    ...options.fetchOptions,
    ...init,
    ...init.fetchOptions,
    url: writeUrl?.(url, init) ?? url,
    method,
    headers,
    body: written,
  };
}

/** Writes a body as openapi-fetch does: as a form where the request says so, and otherwise as JSON. */
function writeBody(body: unknown, headers: HeaderRecord): unknown {
  if (body instanceof FormData) return body;
  // What has no text of its own in a form is the caller's to write.
  return /-urlencoded/i.test(`${headers["content-type"]}`)
    ? `${new URLSearchParams(body as Record<string, string>)}`
    : JSON.stringify(body);
}
