/**
 * What openapi-fetch makes in place of a platform's `Request` when nobody will look at it. It costs nothing, and its body
 * can be sent again.
 */
export class PlainRequest {
  readonly url: string;
  readonly init: RequestInit;
  readonly method: string | undefined;
  readonly headers: RequestInit["headers"];

  constructor(url: string, init: RequestInit) {
    this.url = url;
    this.init = init;
    this.method = init.method;
    this.headers = init.headers;
  }
}

/** What it makes when middleware will look at it: a `Request` whose body can be sent again after somebody has read it. */
export class ObservedRequest extends Request {
  readonly init: RequestInit;

  constructor(url: string, init: RequestInit) {
    super(url, init);
    this.init = init;
  }

  /** Middleware may hand on a `Request` of its own making. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Request;
  }
}
