import createFetchClient, { type HeadersOptions, type Middleware } from "openapi-fetch";
import type { Description, OperationEntry } from "./description.ts";
import { ApiError } from "./errors/api-error.ts";
import { ResponseParseError } from "./errors/response-parse-error.ts";
import { mergeHeaders, userAgent } from "./headers.ts";
import { splitInput } from "./input.ts";
import type { BaseClientOptions, RequestOptions } from "./options.ts";
import { ObservedRequest, PlainRequest } from "./requests.ts";
import { readBody } from "./response.ts";
import { checkBaseUrl, checkPathParameters } from "./safety.ts";
import { askSecrets } from "./security/ask.ts";
import { send } from "./send.ts";

type Values = Readonly<Record<string, unknown>>;

/** What openapi-fetch's methods take, our own options among it. */
interface Init extends RequestOptions {
  readonly params?: { readonly [place: string]: Values };
  readonly headers?: HeadersOptions;
  readonly body?: unknown;
  readonly parseAs?: string;
  readonly fetch?: BaseClientOptions["fetch"];
  readonly middleware?: readonly Middleware[];
}

interface Result {
  readonly data?: unknown;
  readonly error?: Values;
  readonly response: Response;
}

/** openapi-fetch's client without the types that tie it to one description. */
type Core = Readonly<Record<string, (path: string, init: object) => Promise<Result>>>;

/**
 * Makes the client of a description: a method for each operation, and openapi-fetch's methods underneath.
 *
 * @throws {TypeError} when `baseUrl` is not an absolute http or https URL.
 */
export function createClient<Client>(description: Description, options: BaseClientOptions): Client {
  const { operations, bodies = {}, errors, requestId } = description;
  const baseUrl = checkBaseUrl(options.baseUrl ?? description.servers[0] ?? "");
  const openapiFetch = createFetchClient({ baseUrl });
  const core = openapiFetch as unknown as Core;
  const names = new Map<string, string>();
  let observed = false;

  async function perform(method: string, path: string, init: Init = {}) {
    const operation = names.get(method + path) ?? path;
    const entry: Partial<OperationEntry> = operations[operation] ?? {};
    const { security = description.security, response: kind = "json", body: mediaType = "" } = entry;
    const { timeout = options.timeout ?? 30_000, retries = options.retries ?? 2, params, ...rest } = init;
    const { parseAs = kind === "none" ? "text" : kind, fetch = options.fetch ?? globalThis.fetch } = init;
    const isObserved = observed || init.middleware !== undefined;
    const call = { operation, method, url: baseUrl + path, attempts: 0 };
    let response: Response | undefined;
    checkPathParameters(params?.["path"]);

    const request = {
      baseUrl: options.baseUrl ? undefined : entry.server,
      bodySerializer: bodies[mediaType],
      ...rest,
      params,
      parseAs,
      headers: mergeHeaders(
        userAgent(description.userAgent),
        // The platform writes the one of a multipart form, for it knows the boundary.
        rest.body !== undefined && /^(?!multipart)./.test(mediaType) ? { "Content-Type": mediaType } : {},
        entry.headers,
        description.cookies?.(params?.["cookie"]),
        options.headers,
        init.headers,
      ),
      Request: isObserved ? ObservedRequest : PlainRequest,
      fetch: async (made: PlainRequest | Request) => {
        call.url = made.url.replace(/\?.*/, "");
        response = await send(made, call, {
          fetch,
          retries,
          timeout,
          allowInsecure: options.allowInsecure,
          ask: () => askSecrets(description.securitySchemes, security, options as Values),
          read: (received) => readBody(received, parseAs, isObserved),
        });
        return response;
      },
    };
    try {
      const result = (await core[method]?.(path, request)) as Result;
      const { ok, status } = result.response;
      const needsBody = ok && kind === "json" && method !== "HEAD" && status !== 204 && status !== 205;
      if (needsBody && result.data === undefined) throw new ResponseParseError(call, result.response, "");
      return [result, call] as const;
    } catch (error) {
      if (!(error instanceof SyntaxError && response)) throw error;
      throw new ResponseParseError(call, response, await response.text(), error);
    }
  }

  const result = async (method: string, path: string, init?: Init) => (await perform(method, path, init))[0];
  const client: Record<string, unknown> = {
    ...core,
    request: (method: string, path: string, init?: Init) => result(method.toUpperCase(), path, init),
    use(...middleware: Middleware[]) {
      observed = true;
      openapiFetch.use(...middleware);
    },
  };
  for (const verb of Object.keys(core).filter((name) => name === name.toUpperCase())) {
    client[verb] = (path: string, init?: Init) => result(verb, path, init);
  }
  for (const [name, entry] of Object.entries(operations)) {
    names.set(entry.method + entry.path, name);
    client[name] = async (input?: Values, init?: Init) => {
      const request = { ...init, ...splitInput(entry, input) };
      const [{ data, error, response }, call] = await perform(entry.method, entry.path, request);
      if (response.ok) return entry.response === "none" ? undefined : data;
      const { status, headers } = response;
      const id = (requestId && error?.[requestId]) ?? headers.get("x-request-id") ?? undefined;
      throw new (errors[status] ?? ApiError)({
        ...call,
        status,
        headers,
        body: error,
        requestId: id as string,
      });
    };
  }
  // The generator makes the description and the type of the same operations.
  return client as Client;
}
