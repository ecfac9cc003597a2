import createFetchClient, { type HeadersOptions, type Middleware } from "openapi-fetch";
import type { Description, OperationEntry, RequestParts, Values } from "./description.ts";
import { ApiError } from "./errors/api-error.ts";
import { ResponseParseError } from "./errors/response-parse-error.ts";
import { mergeHeaders, userAgent } from "./headers.ts";
import type { BaseClientOptions, RequestOptions } from "./options.ts";
import { checkBaseUrl } from "./safety.ts";
import { askSecrets } from "./security/ask.ts";
import { type MadeRequest, send } from "./send.ts";

/** What openapi-fetch's methods take, our own options among it. */
interface Init extends RequestParts, RequestOptions {
  readonly baseUrl?: string;
  readonly headers?: HeadersOptions;
  readonly signal?: AbortSignal | null;
  readonly parseAs?: string;
  readonly fetch?: BaseClientOptions["fetch"];
  readonly middleware?: readonly Middleware[];
}

interface Result {
  readonly data?: unknown;
  readonly error?: unknown;
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
  const { operations, errors, requestId } = description;
  const ownBaseUrl = checkBaseUrl(options.baseUrl ?? description.servers[0]);
  const openapiFetch = createFetchClient();
  const core = openapiFetch as unknown as Core;
  const names: Record<string, string> = {};
  let observed = false;

  async function perform(method: string, path: string, init: Init = {}) {
    const operation = names[method + path] ?? path;
    const entry: Partial<OperationEntry> = operations[operation] ?? {};
    const { response: kind = "json", body: mediaType = "" } = entry;
    const { params, body, middleware, signal, parseAs = kind === "none" ? "text" : kind } = init;
    const baseUrl = checkBaseUrl(init.baseUrl ?? options.baseUrl ?? entry.server ?? ownBaseUrl);
    const call = { operation, method, url: baseUrl + path, attempts: 0 };
    let made: MadeRequest;
    let madeOf: RequestInit;

    // What openapi-fetch makes requests with. Only middleware looks at them, and may hand on one of its own making.
    function MakeRequest(url: string, requestInit: RequestInit) {
      madeOf = requestInit;
      // A request would listen to the caller's signal for longer than the call lasts.
      made =
        observed || middleware
          ? new Request(url, { ...requestInit, signal: null })
          : ({ ...requestInit, url } as MadeRequest);
      return made;
    }
    MakeRequest.prototype = Request.prototype;

    signal?.throwIfAborted();
    description.checkPath?.(params?.["path"]);
    const request = {
      bodySerializer: description.bodies?.[mediaType],
      ...init,
      baseUrl,
      // openapi-fetch would parse JSON, and could not say what it was that is none.
      parseAs: parseAs === "json" ? "stream" : parseAs,
      headers: mergeHeaders(
        userAgent(description.agent),
        // The platform writes the one of a multipart form, for it knows the boundary.
        body !== undefined && /^(?!multipart)./.test(mediaType) ? { "Content-Type": mediaType } : {},
        entry.headers,
        description.cookies?.(params?.["cookie"]),
        options.headers,
        init.headers,
        params?.["header"] as HeadersOptions,
      ),
      Request: MakeRequest,
      fetch: (request: MadeRequest) => {
        call.url = request.url.replace(/\?.*/, "");
        return send(request, request === made ? madeOf : undefined, call, {
          fetch: init.fetch ?? options.fetch ?? globalThis.fetch,
          retries: init.retries ?? options.retries ?? 2,
          timeout: init.timeout ?? options.timeout ?? 30_000,
          allowInsecure: options.allowInsecure,
          signal,
          parseAs,
          ask: () =>
            askSecrets(description.schemes, entry.security ?? description.security, options as Values),
        });
      },
    };
    const result = (await core[method]?.(path, request).catch((error: unknown) => {
      // openapi-fetch loses a reason such as 0 or null.
      signal?.throwIfAborted();
      throw error;
    })) as Result;
    const { ok, status } = result.response;
    if (!ok || parseAs !== "json") return [result, call] as const;

    const text = await result.response.text();
    const mayBeEmpty = kind === "none" || method === "HEAD" || status === 204 || status === 205;
    if (text === "" && mayBeEmpty) return [{ ...result, data: undefined }, call] as const;
    try {
      return [{ ...result, data: JSON.parse(text) }, call] as const;
    } catch (error) {
      throw new ResponseParseError(call, result.response, text, error);
    }
  }

  const verb = (method: string) => async (path: string, init?: Init) =>
    (await perform(method, path, init))[0];
  const client: Record<string, unknown> = {
    ...core,
    request: (method: string, path: string, init?: Init) => verb(method.toUpperCase())(path, init),
    use(...middleware: Middleware[]) {
      observed = true;
      openapiFetch.use(...middleware);
    },
  };
  for (const name in core) if (name === name.toUpperCase()) client[name] = verb(name);
  for (const name of Object.keys(operations)) {
    // One of the keys just asked for.
    const entry = operations[name] as OperationEntry;
    const { method, path } = entry;
    names[method + path] = name;
    client[name] = async (input: Values = {}, init?: Init) => {
      const parts = description.split ? description.split(entry, input) : { body: input };
      const [{ data, error, response }, call] = await perform(method, path, { ...init, ...parts });
      if (response.ok) return entry.response === "none" ? undefined : data;
      const body = error === "" ? undefined : error;
      const { status, headers } = response;
      const id =
        (requestId && (body as Values | undefined)?.[requestId]) ?? headers.get("x-request-id") ?? undefined;
      throw new (errors[status] ?? ApiError)({ ...call, status, headers, body, requestId: id as string });
    };
  }
  // The generator makes the description and the type of the same operations.
  return client as Client;
}
