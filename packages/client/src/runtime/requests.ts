import type { RepeatableRequest } from "./transport.ts";

/**
 * What openapi-fetch makes in place of a platform's `Request` when nobody will look at it. It costs nothing, and its
 * body can be sent again.
 */
export class PlainRequest implements RepeatableRequest {
  readonly url: string;
  readonly init: RepeatableRequest["init"];
  readonly method: string;

  constructor(url: string, init: RepeatableRequest["init"]) {
    this.url = url;
    this.init = init;
    this.method = init.method ?? "GET";
  }
}

/** What it makes when middleware will look at it: a `Request` whose body can be sent again after somebody read it. */
export class ObservedRequest extends Request {
  readonly #init: RequestInit;

  constructor(url: string, init: RequestInit) {
    super(url, init);
    this.#init = init;
  }

  /** Middleware may hand on a request of its own making. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return Object.prototype.toString.call(value) === "[object Request]";
  }

  static async repeatable(request: Request): Promise<RepeatableRequest> {
    const { url, method, headers, signal } = request;
    if (#init in request) return { url, init: { ...request.#init, method, headers } };
    const body = request.body ? await request.arrayBuffer() : null;
    return {
      url,
      init: { method, headers, signal, body, redirect: request.redirect, credentials: request.credentials },
    };
  }
}
