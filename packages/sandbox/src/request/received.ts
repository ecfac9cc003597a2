import { decoderOf } from "./content-coding.ts";
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

  get isAboutServer(): boolean {
    return this.#incoming.isAboutServer === true;
  }

  get unreadable(): Incoming["unreadable"] {
    return this.#incoming.unreadable;
  }

  get signal(): AbortSignal | undefined {
    return this.#incoming.signal;
  }

  /** The body; undefined as long as nobody has read it. */
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

  /**
   * Without its content codings: the limit is one of what it comes to.
   *
   * @throws UnsupportedCodingError
   */
  async readBody(limit: number): Promise<Uint8Array> {
    const coding = this.#incoming.header("content-encoding");
    const decode = coding === undefined ? undefined : decoderOf(coding);
    this.#bytes = await this.#incoming.readBody(limit);
    if (decode) this.#bytes = await decode(this.#bytes, limit);
    return this.#bytes;
  }
}
