import type { Incoming } from "./incoming.ts";

/** A request on its way through the layers: it has an id, and remembers its body once somebody has read it. */
export class Received implements Incoming {
  /** What the sandbox calls this request, in `request_id` and `X-Request-Id`. */
  readonly id: string;
  readonly #incoming: Incoming;
  #bytes: Uint8Array | undefined;

  constructor(incoming: Incoming, id: string) {
    this.#incoming = incoming;
    this.id = id;
  }

  get method(): string {
    return this.#incoming.method;
  }

  get url(): URL {
    return this.#incoming.url;
  }

  get unreadable(): Incoming["unreadable"] {
    return this.#incoming.unreadable;
  }

  get signal(): AbortSignal | undefined {
    return this.#incoming.signal;
  }

  /** The body as it came; undefined as long as nobody has read it. */
  get bytes(): Uint8Array | undefined {
    return this.#bytes;
  }

  header(name: string): string | undefined {
    return this.#incoming.header(name);
  }

  /** Apart from the request, so that whoever keeps the headers does not keep the request and its body. */
  get headers(): Incoming["headers"] {
    return this.#incoming.headers;
  }

  async readBody(limit: number): Promise<Uint8Array> {
    this.#bytes = await this.#incoming.readBody(limit);
    return this.#bytes;
  }
}
