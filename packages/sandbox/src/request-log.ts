import type { Description } from "@visitors-api/openapi";
import { FAULT_HEADER } from "./faults/faulty.ts";
import { parse } from "./json/parse.ts";
import type { Layer } from "./layer.ts";
import type { Received } from "./request/received.ts";

/** A request as the sandbox received it, with every credential replaced. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /**
   * The body: parsed when it is JSON, and otherwise as text. Undefined when there was none, or when the request was refused
   * before its body was read.
   */
  readonly body: unknown;
  /** The status it was answered with, or would have been when the connection was reset instead. */
  readonly status: number;
  /** What was made to go wrong, such as `status=503; times=2`; undefined when nothing was. */
  readonly fault: string | undefined;
}

/** Not the request itself, which keeps its connection. */
interface Entry extends Pick<Received, "method" | "url" | "headers" | "bytes"> {
  readonly status: number;
  readonly fault: string | undefined;
}

/** How many requests are remembered; older ones are forgotten, so that a long run needs no more memory. */
const REMEMBERED_REQUESTS = 100;

const FAULT = FAULT_HEADER.toLowerCase();

const REDACTED = "[redacted]";
const SECRET_HEADERS = ["authorization", "cookie", "proxy-authorization"];

export class RequestLog {
  readonly #entries: Entry[] = [];
  #total = 0;
  readonly #secretHeaders = new Set(SECRET_HEADERS);
  readonly #secretQuery = new Set<string>();

  constructor({ securitySchemes }: Description) {
    for (const scheme of Object.values(securitySchemes)) {
      if (scheme.kind !== "apiKey") continue;
      if (scheme.in === "header") this.#secretHeaders.add(scheme.parameter.toLowerCase());
      if (scheme.in === "query") this.#secretQuery.add(scheme.parameter);
    }
  }

  readonly layer: Layer = (next) => async (received) => {
    const reply = await next(received);
    const { method, url, headers, bytes } = received;
    const { status, headers: sent } = reply;
    // Each in the place of the one that is to be forgotten.
    this.#entries[this.#total++ % REMEMBERED_REQUESTS] = {
      method,
      url,
      headers,
      bytes,
      status,
      fault: sent[FAULT],
    };
    return reply;
  };

  /** Oldest first. Redacting is left until somebody looks, which most of the time nobody does. */
  list(): ReceivedRequest[] {
    const oldest = this.#total % REMEMBERED_REQUESTS;
    const inOrder = [...this.#entries.slice(oldest), ...this.#entries.slice(0, oldest)];
    return inOrder.map(({ method, url, headers, bytes, status, fault }) => ({
      method,
      path: this.#redactedPath(url),
      headers: Object.fromEntries(
        [...headers()].map(([name, value]) => [
          name.toLowerCase(),
          this.#secretHeaders.has(name.toLowerCase()) ? REDACTED : value,
        ]),
      ),
      body: bytes && readable(bytes),
      status,
      fault,
    }));
  }

  #redactedPath({ pathname, search, searchParams }: URL): string {
    const secrets = [...this.#secretQuery].filter((name) => searchParams.has(name));
    if (secrets.length === 0) return pathname + search;
    const query = new URLSearchParams(searchParams);
    for (const name of secrets) query.set(name, REDACTED);
    return `${pathname}?${query}`;
  }
}

/** Whatever its Content-Type says: a test that looks at it knows what it sent. */
function readable(bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes);
  try {
    return parse(text);
  } catch {
    return text;
  }
}
