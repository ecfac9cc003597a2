import { character } from "@visitors-api/openapi/character";
import document from "@visitors-api/spec" with { type: "json" };
import fc from "fast-check";
import { expect, test } from "vitest";
import { connectedTo } from "./support/connected.ts";
import { ownArguments, ownOperation } from "./support/own-api.ts";
import { textOf } from "./support/tool-call.ts";

/** So many for all operations together. */
const runs = 2_000;

test("2,000 inputs that nobody would think of are all answered with results, and what does not fit is not sent", async () => {
  const { client, api, connection, fetched } = await connectedTo(document);
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 4 }),
    fc.string({ unit: character, maxLength: 2_000 }),
    fc.constantFrom<unknown>(
      "",
      0,
      -0,
      1e308,
      [],
      {},
      [[[[]]]],
      { __proto__: null },
      "\u0000",
      "../../etc/passwd",
      "a\r\nb: c",
    ),
  );
  const input = fc.constantFrom(...api.operations).chain((operation) => {
    const known = Object.keys(operation.input.properties ?? {});
    const name = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...known, "__proto__", "constructor", "toString") },
      fc.string({ unit: character, maxLength: 100 }),
    );
    return fc.record({
      operation: fc.constant(operation),
      given: fc.dictionary(name, value, { maxKeys: 8 }),
    });
  });

  await fc.assert(
    fc.asyncProperty(input, async ({ operation, given }) => {
      const sent = fetched.length;
      const result = await client.callTool({ name: operation.name, arguments: given });
      const text = textOf(result);
      expect(text).not.toMatch(/\n\s+at |node:internal|\bundefined\b is not/);
      if (text.includes("nothing was sent")) {
        expect(result.isError).toBe(true);
        expect(fetched).toHaveLength(sent);
      } else if (connection.problemsOf(operation.method, given).length > 0) {
        // What fits as an argument and not as an input is a file, or is named otherwise.
        expect(
          operation.arguments.files.length + Object.keys(operation.arguments.renamed).length,
        ).toBeGreaterThan(0);
      }
    }),
    { numRuns: runs },
  );
});

test("an answer of the API that is anything at all is a result", async () => {
  const bodies: Response[] = [];
  const { client } = await connectedTo(document, { fetch: () => bodies.pop() ?? Response.error() });
  const answer = fc.record({
    status: fc.constantFrom(200, 201, 202, 204, 299, 400, 401, 404, 409, 418, 422),
    body: fc.oneof(
      fc.json({ maxDepth: 5 }),
      fc.string({ maxLength: 500 }),
      fc.constantFrom("", "null", "[]", '"text"', "{"),
    ),
    type: fc.constantFrom("application/json", "text/html", "application/octet-stream", "nonsense"),
  });
  await fc.assert(
    fc.asyncProperty(answer, async ({ status, body, type }) => {
      bodies.push(new Response(status === 204 ? null : body, { status, headers: { "Content-Type": type } }));
      const result = await client.callTool({ name: ownOperation.name, arguments: ownArguments });
      expect(result.content.length).toBeGreaterThan(0);
      if (status >= 400) expect(textOf(result)).toContain(`answered ${status}`);
    }),
    { numRuns: 500 },
  );
});
