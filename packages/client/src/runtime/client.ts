import { createClientWith, type HeadersOptions, type Middleware } from "openapi-fetch";
import type { CallInit, Description, OperationEntry, Values } from "./description.ts";
import { mergeHeaders } from "./headers.ts";
import type { BaseClientOptions, RequestOptions } from "./options.ts";
import { type Result, settle } from "./result.ts";
import { checkBaseUrl } from "./safety.ts";
import { askSecrets } from "./security/ask.ts";
import { type MadeRequest, send } from "./send.ts";

/** What openapi-fetch's methods take, our own options among it. */
interface Init extends CallInit, RequestOptions {
  readonly baseUrl?: string;
  readonly signal?: AbortSignal | null;
  readonly fetch?: BaseClientOptions["fetch"];
  readonly middleware?: readonly Middleware[];
}

/** openapi-fetch's client without the types that tie it to one description. */
type Core = Readonly<Record<string, (path: string, init: object) => Promise<Result>>>;

/** An operation by the name of its method. Of a path that the description does not have, the path is the name. */
type Named = readonly [name: string, entry: OperationEntry];

/**
 * Makes the client of a description: a method for each operation, and openapi-fetch's methods underneath.
 *
 * @throws {TypeError} when `baseUrl` is not an absolute http or https URL.
 */
export function createClient<Client>(description: Description, options: BaseClientOptions): Client {
  // A mistake in it is to be known before the first call.
  checkBaseUrl(options.baseUrl ?? description.baseUrl);
  const openapiFetch = createClientWith({
    // Requests are made with our headers, and sent by our own fetch.
    mergeHeaders: () => undefined,
    createQuerySerializer: () => () => "",
    defaultPathSerializer: String,
    defaultBodySerializer: (body) => (body instanceof FormData ? body : JSON.stringify(body)),
    ...description.serializers,
  });
  const core = openapiFetch as unknown as Core;
  let observed = false;

  async function perform([operation, entry]: Named, init: Init = {}, throws?: boolean) {
    const { method, path, response: described = "json", body: mediaType = "application/json" } = entry;
    const { params, middleware, signal, parseAs = described } = init;
    const baseUrl = checkBaseUrl(init.baseUrl ?? options.baseUrl ?? entry.server ?? description.baseUrl);
    const call = { operation, method, url: baseUrl + path, attempts: 0 };

    signal?.throwIfAborted();
    const prepared = description.prepare?.(entry, init);
    // Where there are several kinds, there is the step that tells them apart.
    const readAs = prepared?.readAs ?? (() => parseAs as string);

    // What openapi-fetch makes requests with. Only middleware looks at them, and may hand on one of its own making.
    function MakeRequest(url: string, requestInit: RequestInit) {
      const { body } = requestInit;
      const headers = mergeHeaders(
        // A browser says for itself who is asking, and needs the server's leave to send more.
        !/^Mozilla/.test(globalThis.navigator?.userAgent) && { "User-Agent": description.agent },
        // The platform writes the one of a multipart form, for it knows the boundary.
        body !== undefined && !(body instanceof FormData) && { "Content-Type": mediaType },
        entry.headers,
        prepared?.headers,
        options.headers,
        init.headers,
        params?.["header"] as HeadersOptions,
        prepared?.lastHeaders,
      );
      // A request that had the caller's signal would listen to it for longer than the call lasts.
      const madeOf = { ...requestInit, headers, signal: null };
      return Object.assign(observed || middleware ? new Request(url, madeOf) : { url, ...madeOf }, {
        madeOf,
      });
    }
    MakeRequest.prototype = Request.prototype;

    const request = {
      ...prepared,
      ...init,
      baseUrl,
      parseAs: "stream",
      Request: MakeRequest,
      fetch: (request: MadeRequest) => {
        call.url = request.url.replace(/\?.*/, "");
        return send(request, call, {
          fetch: init.fetch ?? options.fetch,
          retries: init.retries ?? options.retries ?? 2,
          timeout: init.timeout ?? options.timeout ?? 30_000,
          signal,
          readAs,
          ask: () =>
            askSecrets(
              description.schemes,
              entry.security ?? description.security,
              options as Values,
              request.url,
            ),
        });
      },
    };
    const result = (await core[method]?.(path, request).catch((error: unknown) => {
      // openapi-fetch loses a reason such as 0 or null.
      signal?.throwIfAborted();
      throw error;
    })) as Result;
    return settle(result, call, description, readAs(result.response), signal, throws);
  }

  const routes: Record<string, Named> = {};
  const verb = (method: string, path: string, init?: Init) =>
    perform(routes[method + path] ?? [path, { method, path }], init);
  const client: Record<string, unknown> = {
    ...core,
    request: (method: string, path: string, init?: Init) => verb(method.toUpperCase(), path, init),
    use(...middleware: Middleware[]) {
      observed = true;
      openapiFetch.use(...middleware);
    },
  };
  for (const name in core) {
    if (name === name.toUpperCase()) client[name] = (path: string, init?: Init) => verb(name, path, init);
  }
  for (const named of Object.entries(description.operations)) {
    const [name, entry] = named;
    routes[entry.method + entry.path] = named;
    client[name] = async (input: Values = {}, init?: Init) => {
      const parts = description.split?.(entry, input, init) ?? { body: input };
      return (await perform(named, { ...init, ...parts }, true)).data;
    };
  }
  // The generator makes the description and the type of the same operations.
  return client as Client;
}
