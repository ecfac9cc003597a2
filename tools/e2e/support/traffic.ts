/** One request, and the answer to it; without one when the answer is no part of what is recorded. */
interface Exchange {
  readonly request: Message & { readonly method: string; readonly url: string };
  readonly response?: Message & { readonly status: number };
}

interface Message {
  readonly headers: Iterable<readonly [name: string, value: string]>;
  readonly body: string;
}

/** Traffic as it is recorded, and written as an HTTP archive (HAR 1.2). */
export class Traffic {
  /** Where the API is said to be, whose part a server on this machine plays. */
  readonly baseUrl: string;
  readonly #exchanges: Exchange[] = [];

  constructor(baseUrl: string) {
    this.baseUrl = baseUrl;
  }

  add(exchange: Exchange): void {
    this.#exchanges.push(exchange);
  }

  /** A `fetch` that does what the given one does, and records it. */
  recorded(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
    return async (input, init) => {
      const request = new Request(input, init);
      const { method, url, headers } = request;
      const body = await request.clone().text();
      const response = await fetch(request);
      this.add({
        request: { method, url, headers, body },
        response: {
          status: response.status,
          headers: response.headers,
          body: await response.clone().text(),
        },
      });
      return response;
    };
  }

  get length(): number {
    return this.#exchanges.length;
  }

  har(): string {
    const entries = this.#exchanges.map(({ request, response }) => ({
      startedDateTime: "2026-01-01T00:00:00.000Z",
      request: {
        method: request.method,
        url: request.url,
        headers: namesAndValues(request),
        ...(request.body !== "" && { postData: { mimeType: mediaType(request), text: request.body } }),
      },
      response: {
        // 0 stands for a request that was not answered.
        status: response?.status ?? 0,
        headers: response ? namesAndValues(response) : [],
        content: response ? { mimeType: mediaType(response), text: response.body } : {},
      },
    }));
    return JSON.stringify({ log: { version: "1.2", creator: { name: "tests", version: "0" }, entries } });
  }
}

function namesAndValues({ headers }: Message): { name: string; value: string }[] {
  return [...headers].map(([name, value]) => ({ name, value }));
}

function mediaType({ headers }: Message): string | undefined {
  return [...headers].find(([name]) => name.toLowerCase() === "content-type")?.[1];
}
