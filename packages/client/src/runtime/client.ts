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
  readonly headers?: HeadersOptions;
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
  const { operations, errors, requestId } = description;
  const baseUrl = checkBaseUrl(options.baseUrl ?? description.servers[0] ?? "");
  const openapiFetch = createFetchClient({ baseUrl });
  const core = openapiFetch as unknown as Core;
  const names: Record<string, string> = {};
  let observed = false;

  async function perform(method: string, path: string, init: Init = {}) {
    const operation = names[method + path] ?? path;
    const entry: Partial<OperationEntry> = operations[operation] ?? {};
    const { response: kind = "json", body: mediaType = "" } = entry;
    const { params, body, middleware, parseAs = kind === "none" ? "text" : kind } = init;
    const call = { operation, method, url: baseUrl + path, attempts: 0 };
    let made: MadeRequest;
    let madeOf: RequestInit;
    let response: Response | undefined;

    // What openapi-fetch makes requests with. Nobody looks at them but middleware, which may hand on one of its own making.
    function MakeRequest(url: string, requestInit: RequestInit) {
      madeOf = requestInit;
      made =
        observed || middleware ? new Request(url, requestInit) : { ...(requestInit as MadeRequest), url };
      return made;
    }
    MakeRequest.prototype = Request.prototype;

    description.checkPath?.(params?.["path"]);
    try {
      const result = (await core[method]?.(path, {
        baseUrl: options.baseUrl ? undefined : entry.server,
        bodySerializer: description.bodies?.[mediaType],
        ...init,
        parseAs,
        headers: mergeHeaders(
          userAgent(description.agent),
          // The platform writes the one of a multipart form, for it knows the boundary.
          body !== undefined && /^(?!multipart)./.test(mediaType) ? { "Content-Type": mediaType } : {},
          entry.headers,
          description.cookies?.(params?.["cookie"]),
          options.headers,
          init.headers,
        ),
        Request: MakeRequest,
        fetch: async (request: MadeRequest) => {
          call.url = request.url.replace(/\?.*/, "");
          response = await send(request, request === made ? madeOf : undefined, call, {
            fetch: init.fetch ?? options.fetch ?? globalThis.fetch,
            retries: init.retries ?? options.retries ?? 2,
            timeout: init.timeout ?? options.timeout ?? 30_000,
            allowInsecure: options.allowInsecure,
            parseAs,
            ask: () =>
              askSecrets(description.schemes, entry.security ?? description.security, options as Values),
          });
          return response;
        },
      })) as Result;
      const { ok, status } = result.response;
      const mayBeEmpty = kind !== "json" || method === "HEAD" || status === 204 || status === 205;
      if (ok && !mayBeEmpty && result.data === undefined)
        throw new ResponseParseError(call, result.response, "");
      return [result, call] as const;
    } catch (error) {
      if (!(error instanceof SyntaxError && response)) throw error;
      throw new ResponseParseError(call, response, await response.text(), error);
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
      const [{ data, error: body, response }, call] = await perform(method, path, { ...init, ...parts });
      if (response.ok) return entry.response === "none" ? undefined : data;
      const { status, headers } = response;
      const id = (requestId && body?.[requestId]) ?? headers.get("x-request-id") ?? undefined;
      throw new (errors[status] ?? ApiError)({ ...call, status, headers, body, requestId: id as string });
    };
  }
  // The generator makes the description and the type of the same operations.
  return client as Client;
}
