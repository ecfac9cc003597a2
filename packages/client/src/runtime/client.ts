import createFetchClient, { type HeadersOptions, type Middleware, type ParseAs } from "openapi-fetch";
import { contentType, serializeBody } from "./body.ts";
import { askSecrets, type CredentialOptions } from "./credentials.ts";
import type { Description, OperationEntry } from "./description.ts";
import { ApiError } from "./errors/api-error.ts";
import { ResponseParseError } from "./errors/response-parse-error.ts";
import { allHeaders, cookieHeader, userAgent } from "./headers.ts";
import { splitInput } from "./input.ts";
import type { BaseClientOptions, RequestOptions } from "./options.ts";
import { ObservedRequest, PlainRequest } from "./requests.ts";
import { readBody } from "./response.ts";
import { checkBaseUrl, checkPathParameter } from "./safety.ts";
import { send } from "./transport.ts";

interface Init extends RequestOptions, Record<string, unknown> {
  readonly params?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly headers?: HeadersOptions;
  readonly body?: unknown;
  readonly parseAs?: ParseAs;
  readonly fetch?: BaseClientOptions["fetch"];
  readonly middleware?: readonly Middleware[];
}

interface Result {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** openapi-fetch without the types that tie it to one description. */
interface FetchCore {
  request(method: string, path: string, init: object): Promise<Result>;
  use(...middleware: Middleware[]): void;
  eject(...middleware: Middleware[]): void;
}

/** The methods of openapi-fetch's client. */
const verbs = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"];

/**
 * Makes a client of a description: a method for each operation, and openapi-fetch's methods underneath.
 *
 * @throws {TypeError} when `baseUrl` is no absolute http or https URL.
 */
export function createClient<Client>(description: Description, options: BaseClientOptions): Client {
  const baseUrl = checkBaseUrl(options.baseUrl ?? description.servers[0] ?? "");
  const core = createFetchClient({ baseUrl }) as FetchCore;
  const middlewares = new Set<Middleware>();
  const entries = Object.entries(description.operations);
  const byRoute = new Map(entries.map((named) => [`${named[1].method} ${named[1].path}`, named]));

  async function perform(method: string, path: string, init: Init = {}) {
    const [name, entry]: [string, OperationEntry] = byRoute.get(`${method} ${path}`) ?? [
      path,
      { method, path },
    ];
    const { timeout = options.timeout ?? 30_000, retries = options.retries ?? 2, ...rest } = init;
    const { security = description.security, body: mediaType, response: kind = "json" } = entry;
    const parseAs = init.parseAs ?? (kind === "none" ? "text" : kind);
    const observed = middlewares.size > 0 || init.middleware !== undefined;
    const fetch = init.fetch ?? options.fetch ?? globalThis.fetch;
    const call = { operation: name, method, url: baseUrl + path, attempts: 0 };

    for (const [parameter, value] of Object.entries(init.params?.["path"] ?? {}))
      checkPathParameter(parameter, value);
    const { cookie, ...params } = init.params ?? {};
    let received: Response | undefined;

    const request = {
      baseUrl: options.baseUrl === undefined ? entry.server : undefined,
      ...rest,
      params,
      parseAs,
      headers: allHeaders(
        userAgent(description),
        contentType(mediaType, init.body),
        entry.headers,
        cookieHeader(cookie),
        options.headers,
        init.headers,
      ),
      ...(mediaType && { bodySerializer: (body: unknown) => serializeBody(mediaType, body) }),
      Request: observed ? ObservedRequest : PlainRequest,
      fetch: async (made: Request | PlainRequest) => {
        call.url = made.url.replace(/\?.*/s, "");
        const repeatable = made instanceof PlainRequest ? made : await ObservedRequest.repeatable(made);
        received = await send(repeatable, call, {
          fetch,
          retries: Number(retries),
          timeout,
          allowInsecure: options.allowInsecure,
          ask: () => askSecrets(description, security, options as unknown as CredentialOptions),
          read: (response) => readBody(response, parseAs, observed),
        });
        return received;
      },
    };

    try {
      const result = await core.request(method, path, request);
      const { ok, status } = result.response;
      const mayBeEmpty = kind !== "json" || method === "HEAD" || status === 204 || status === 205;
      if (ok && result.data === undefined && !mayBeEmpty)
        throw new ResponseParseError(call, result.response, "");
      return { result, call };
    } catch (error) {
      if (!(error instanceof SyntaxError) || !received) throw error;
      throw new ResponseParseError(call, received, await received.text(), error);
    }
  }

  async function invoke(entry: OperationEntry, input?: Record<string, unknown>, options: object = {}) {
    const { result, call } = await perform(entry.method, entry.path, {
      ...options,
      ...splitInput(entry, input),
    });
    const { data, error: body, response } = result;
    if (response.ok) return entry.response === "none" ? undefined : data;
    const identified =
      description.requestId && (body as Record<string, unknown> | undefined)?.[description.requestId];
    const requestId = identified ? String(identified) : (response.headers.get("x-request-id") ?? undefined);
    const ErrorClass = description.errors[response.status] ?? ApiError;
    throw new ErrorClass({ ...call, response, body, requestId });
  }

  const request = async (method: string, path: string, init?: Init) =>
    (await perform(method, path, init)).result;
  return Object.fromEntries([
    ["request", (method: string, path: string, init?: Init) => request(method.toUpperCase(), path, init)],
    ...verbs.map((verb) => [verb, (path: string, init?: Init) => request(verb, path, init)]),
    ...entries.map(([name, entry]) => [
      name,
      (input?: Record<string, unknown>, init?: object) => invoke(entry, input, init),
    ]),
    [
      "use",
      (...added: Middleware[]) => {
        core.use(...added);
        for (const middleware of added) middlewares.add(middleware);
      },
    ],
    [
      "eject",
      (...removed: Middleware[]) => {
        core.eject(...removed);
        for (const middleware of removed) middlewares.delete(middleware);
      },
    ],
  ]) as Client;
}
