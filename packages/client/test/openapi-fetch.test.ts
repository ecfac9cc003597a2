import createOpenapiFetch from "openapi-fetch";
import { describe, expect, test } from "vitest";
import { createClient, writeUrl } from "../src/runtime/index.ts";
import { type Case, different, same, url, type Verbs } from "./openapi-fetch-cases.ts";

// The behaviours that openapi-fetch's own tests are about, of both: the verbs of this client do the same, but for what is listed at
// the end, and in README.md, as another on purpose.

type Fetch = (request: Request) => Promise<Response>;

const makers: Readonly<Record<"theirs" | "ours", (fetch: Fetch, options?: object) => Verbs>> = {
  // It takes any path and init, but for its types.
  theirs: (fetch, options) => createOpenapiFetch({ baseUrl: url, fetch, ...options }) as unknown as Verbs,
  ours: (fetch, options) =>
    createClient<Verbs>(
      { schemes: {}, security: [[]], operations: {}, writeUrl, errors: {}, agent: "test/1" },
      { baseUrl: url, fetch, retries: false, ...options },
    ),
};

/** What a client sends, and what it gives. */
async function outcomeOf(make: (typeof makers)["ours"], [, call, answer, options]: Case) {
  const sent: unknown[] = [];
  const client = make(async (request) => {
    const headers = Object.fromEntries(request.headers);
    delete headers["user-agent"];
    sent.push({ method: request.method, url: request.url, headers, body: await request.text() });
    return answer?.() ?? Response.json({});
  }, options);
  const given = await call(client).then(
    async (result) => {
      // A verb's result, or what a case has made of it.
      const { data, error, response } = result as {
        data: unknown;
        error: unknown;
        response: Response | undefined;
      };
      return {
        data: data instanceof ReadableStream ? await new Response(data).text() : data,
        error,
        status: response?.status,
      };
    },
    (reason: unknown) => `thrown: ${reason}`,
  );
  return { sent, given };
}

describe("the verbs do what openapi-fetch does", () => {
  test.each(same.map((given) => [given[0], given] as const))("%s", async (_, given) => {
    const [theirs, ours] = await Promise.all([
      outcomeOf(makers.theirs, given),
      outcomeOf(makers.ours, given),
    ]);
    expect(theirs.given).toEqual(expect.any(Object));
    expect(ours).toEqual(theirs);
  });
});

describe("the verbs do, on purpose, another thing than openapi-fetch with", () => {
  test.each(different.map((each) => [each[0][0], ...each] as const))("%s", async (_, given, theirs, ours) => {
    const outcomes = await Promise.all([outcomeOf(makers.theirs, given), outcomeOf(makers.ours, given)]);
    for (const [index, expected] of [theirs, ours].entries()) {
      const { given: outcome } = outcomes[index] ?? {};
      expect(outcome).toEqual(
        expected !== null && typeof expected === "object" && !("asymmetricMatch" in expected)
          ? expect.objectContaining(expected)
          : expected,
      );
    }
  });
});
