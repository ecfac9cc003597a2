import { readFileSync } from "node:fs";
import document from "@visitors-api/spec" with { type: "json" };
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSandbox } from "../src/create-sandbox.ts";
import { type Description, readDescription } from "../src/description/description.ts";
import type { Domain } from "../src/domain.ts";
import { usualStatus } from "../src/response/documented.ts";
import { judgeOf } from "./support/generated-requests/judge.ts";
import { malformedRequestsOf } from "./support/generated-requests/malformed.ts";
import { requestsOf, sent } from "./support/generated-requests/requests.ts";

/** So many of either kind for each description; `GENERATED_REQUESTS=5000` makes as many. */
const numRuns = Number(process.env["GENERATED_REQUESTS"] ?? 500);

/** Many parts of a request cannot be made wrong: such an attempt counts as none. */
const settings = { numRuns, maxSkipsPerRun: 1000 };

describe.each<[string, object]>([
  ["this repository's", document],
  ["Train Travel's", published("3.1/json/train-travel")],
  ["the Pet Store's", published("3.0/json/petstore")],
  ["ReadMe's", published("3.1/json/readme")],
])("of %s description", (_, described) => {
  const description = readDescription(described);
  const judge = judgeOf(description);
  const requests = requestsOf(description, judge);

  test("every request that it allows is answered as it documents", async () => {
    const { fetch } = createSandbox({ description: described, strict: true });
    const property = fc.asyncProperty(requests, async (request) => {
      fc.pre(request !== undefined);
      const ready = sent(request);
      fc.pre(ready !== undefined);
      const response = await fetch(...ready);
      expect(response.status, await exchange(ready, response)).toBe(usualStatus(request.operation));
    });
    await fc.assert(property, settings);
  });

  test("every request that it does not allow is refused, and carried out by nobody", async () => {
    const carriedOut = new Set<string>();
    const { fetch } = createSandbox({ description: described, domain: noting(carriedOut, description) });
    const property = fc.asyncProperty(malformedRequestsOf(requests, judge), async (request) => {
      fc.pre(request !== undefined);
      carriedOut.clear();
      const { fault, ready } = request;
      const response = await fetch(...ready);
      const text = `${fault}: ${await exchange(ready, response)}`;
      expect(response.status, text).toBeGreaterThanOrEqual(400);
      expect(response.status, text).toBeLessThan(500);
      expect([...carriedOut], text).toEqual([]);
    });
    await fc.assert(property, settings);
  });
});

/** A description that is used by many, of the package of ReadMe's that collects them. */
function published(name: string): object {
  const file = new URL(import.meta.resolve(`@readme/oas-examples/${name}.json`));
  return JSON.parse(readFileSync(file, "utf8"));
}

/** What would change something, if it were let. */
function noting(carriedOut: Set<string>, { operations }: Description): Domain {
  const handlers = operations.flatMap(({ id }) => (id === undefined ? [] : [[id, handler(id)] as const]));
  return { collections: [], handlers: Object.fromEntries(handlers) };

  function handler(id: string): Domain["handlers"][string] {
    return () => {
      carriedOut.add(id);
      return { status: 200 };
    };
  }
}

async function exchange([url, init]: [string, RequestInit], response: Response): Promise<string> {
  const { method, headers, body } = init;
  const request = `${method} ${url} ${JSON.stringify(headers)} ${String(body)}`;
  return `${request}\n${response.status} ${await response.text()}`;
}
