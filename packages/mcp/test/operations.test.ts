import { buildModel } from "@visitors-api/codegen";
import { readDescription } from "@visitors-api/openapi";
import document from "@visitors-api/spec" with { type: "json" };
import { describe, expect, test } from "vitest";
import { isSafe } from "../src/http-methods.ts";
import { bytesContent } from "../src/results/bytes.ts";
import { type Connected, connectedTo } from "./support/connected.ts";
import { publicDescriptions } from "./support/public-descriptions.ts";
import { exampleToolCall, textOf } from "./support/tool-call.ts";

const tried =
  /petstore|star-trek|train-travel|uspto|3\.1.*readme\.|form-data|file-uploads|parameters|polymorphism|discriminators|complex-nesting|multiple-mediatypes|visibility|security/;
const descriptions = [
  ["this repository's own", document] as const,
  ...publicDescriptions().filter(([name]) => tried.test(name)),
];

describe.each(descriptions)("the tools of %s", (_, described) => {
  test("come to what the client's methods come to, for every operation and its example", async () => {
    const connected = await connectedTo(described);
    const description = readDescription(described);
    const model = buildModel(description);
    const { tools } = await connected.client.listTools();
    for (const operation of connected.api.operations) {
      expect(tools.map(({ name }) => name)).toContain(operation.name);
      const described = description.operations[connected.api.operations.indexOf(operation)];
      if (described === undefined) throw new Error(`The description has no ${operation.name}`);
      const { input, headers, arguments: given } = exampleToolCall(description, model, described, operation);
      // A file cannot be an argument.
      if (JSON.stringify(given) !== JSON.stringify(JSON.parse(JSON.stringify(given)))) continue;

      const result = await connected.client.callTool({ name: operation.name, arguments: given });

      const expected = await outcomeOf(connected, operation.method, input, headers);
      expect({ name: operation.name, isError: result.isError === true }).toEqual({
        name: operation.name,
        isError: expected.failed !== undefined,
      });
      if (expected.failed !== undefined) expect(textOf(result)).toContain(expected.failed);
      else if (expected.data instanceof Blob) {
        expect(result.content).toEqual(await bytesContent(expected.data));
      } else if (typeof expected.data === "object") {
        const [text] = textOf(result).split("\n");
        expect(JSON.parse(text ?? "")).toEqual(expected.data);
      }
    }
  });
});

/** What the client's own method comes to: its data, or the words that the tool has for its failure. */
async function outcomeOf(
  { connection }: Connected,
  method: string,
  input: object,
  headers: Readonly<Record<string, unknown>>,
): Promise<{ readonly data?: unknown; readonly failed?: string }> {
  if (connection.problemsOf(method, input).length > 0) return { failed: "nothing was sent" };
  try {
    const options = { headers, signal: new AbortController().signal, onAttempt: () => {} };
    return { data: await connection.call(method, input, options) };
  } catch (error) {
    const { status } = error as { readonly status?: number };
    return { failed: status === undefined ? (error as Error).message : `answered ${status}` };
  }
}

test("annotations are what the methods mean", async () => {
  const { client, api } = await connectedTo(document);
  const { tools } = await client.listTools();
  for (const { name, httpMethod } of api.operations) {
    const { annotations } = tools.find((tool) => tool.name === name) ?? {};
    expect(annotations).toEqual({
      readOnlyHint: isSafe(httpMethod),
      destructiveHint: !isSafe(httpMethod),
      idempotentHint: isSafe(httpMethod) || httpMethod === "PUT" || httpMethod === "DELETE",
      openWorldHint: false,
    });
  }
});
