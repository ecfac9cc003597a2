import type { Description } from "./description/model.ts";
import type { Incoming } from "./request/incoming.ts";

/** A request as the sandbox received it, with every credential replaced. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as text; undefined when there was none, or when the request was refused before its body was read. */
  readonly body: string | undefined;
  /** The status it was answered with. */
  readonly status: number;
}

interface Entry extends Pick<Incoming, "method" | "url" | "headers"> {
  readonly bytes: Uint8Array | undefined;
  readonly status: number;
}

/** How many requests are remembered; older ones are forgotten, so that a long run needs no more memory. */
const REMEMBERED_REQUESTS = 100;

const REDACTED = "[redacted]";
const SECRET_HEADERS = ["authorization", "cookie", "proxy-authorization"];

export class RequestLog {
  readonly #entries: Entry[] = [];
  readonly #secretHeaders = new Set(SECRET_HEADERS);
  readonly #secretQuery = new Set<string>();

  constructor(description: Description) {
    for (const scheme of description.operations.flatMap(({ security }) => security.flat())) {
      if (scheme.kind !== "apiKey") continue;
      if (scheme.in === "header") this.#secretHeaders.add(scheme.name.toLowerCase());
      if (scheme.in === "query") this.#secretQuery.add(scheme.name);
    }
  }

  add(entry: Entry): void {
    this.#entries.push(entry);
    if (this.#entries.length > REMEMBERED_REQUESTS) this.#entries.shift();
  }

  /** Oldest first. Redacting is left until somebody looks, which most of the time nobody does. */
  list(): ReceivedRequest[] {
    return this.#entries.map(({ method, url, headers, bytes, status }) => ({
      method,
      path: this.#redactedPath(url),
      headers: Object.fromEntries(
        [...headers()].map(([name, value]) => [
          name.toLowerCase(),
          this.#secretHeaders.has(name.toLowerCase()) ? REDACTED : value,
        ]),
      ),
      body: bytes && new TextDecoder().decode(bytes),
      status,
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
