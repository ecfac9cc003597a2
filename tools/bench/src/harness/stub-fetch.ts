/** What a call sent, as far as contenders must agree on it, and what it gave. */
export interface Recorded {
  readonly method: string;
  readonly url: string;
  readonly authorization: string | null;
  readonly contentType: string | null;
  readonly body: unknown;
  readonly result: unknown;
}

export interface StubbedFetch {
  /** Makes a call and tells about it. */
  recorded(call: () => Promise<unknown>): Promise<Recorded>;
  restore(): void;
}

/**
 * Replaces the platform's `fetch` by one that answers at once with the text as JSON. Clients may keep the `fetch` they find
 * when they are loaded, so this comes first.
 */
export function stubFetch(answer: string): StubbedFetch {
  const original = globalThis.fetch;
  const init = { headers: { "Content-Type": "application/json" } };
  let requests: Request[] | undefined;
  globalThis.fetch = async (input, requestInit) => {
    requests?.push(new Request(input, requestInit));
    return new Response(answer, init);
  };
  return {
    async recorded(call) {
      requests = [];
      const result = await call();
      const [request, ...more] = requests;
      requests = undefined;
      if (!request || more.length > 0)
        throw new Error(`There were ${more.length + (request ? 1 : 0)} requests`);
      const { method, url, headers } = request;
      return {
        method,
        url,
        authorization: headers.get("authorization"),
        contentType: headers.get("content-type"),
        body: await request.json(),
        result,
      };
    },
    restore() {
      globalThis.fetch = original;
    },
  };
}
