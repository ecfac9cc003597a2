import { expect, test } from "vitest";
import { connectedTo } from "./support/connected.ts";
import { described } from "./support/described.ts";
import { violations } from "./support/function-calling-rules.ts";
import { textOf } from "./support/tool-call.ts";

const things = [
  "ticket",
  "invoice",
  "shipment",
  "warehouse",
  "price list",
  "article",
  "team",
  "order",
  "note",
  "macro",
  "search tool",
];
const actions = { list: "get", create: "post", replace: "put", remove: "delete" };

function manyOperations(): object {
  const schema = {
    type: "object",
    required: ["name"],
    properties: Object.fromEntries(
      ["name", "size", "colour", "weight", "owner", "place"].map((name) => [
        name,
        { type: "string", description: `The ${name} of it, in words that nobody needs in a list of tools.` },
      ]),
    ),
  };
  const paths = things.map((thing) => [
    `/${thing.replace(" ", "-")}/{id}`,
    Object.fromEntries(
      Object.entries(actions).map(([action, method]) => [
        method,
        {
          operationId: `${action}_${thing.replace(" ", "_")}`,
          summary: `${action} the ${thing}`,
          tags: [thing],
          deprecated: action === "remove",
          parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
          ...(method.startsWith("p") && {
            requestBody: { required: true, content: { "application/json": { schema } } },
          }),
          responses: { 200: { description: "It.", content: { "application/json": { schema } } } },
        },
      ]),
    ),
  ]);
  return described(Object.fromEntries(paths));
}

test("of more than 40 tools each is told in short, and a search tells the whole", async () => {
  const { client, api } = await connectedTo(manyOperations());
  const { tools } = await client.listTools();
  expect(tools).toHaveLength(api.operations.length + 1);
  expect(tools.flatMap(violations)).toEqual([]);
  expect(JSON.stringify(tools).length / tools.length).toBeLessThan(300);
  expect(client.getInstructions()).toContain("search_tools");
  expect(tools.find(({ name }) => name === "create_ticket")?.inputSchema).toMatchObject({
    required: ["id", "name"],
  });

  const found = await client.callTool({
    name: "search_tools",
    arguments: { query: "change the price of a list, replace" },
  });
  const [first] = found.content.map((block) => (block.type === "text" ? JSON.parse(block.text) : undefined));
  expect(first).toMatchObject({
    name: "replace_price_list",
    inputSchema: { properties: { owner: { type: "string" } } },
  });
  expect(first.outputSchema).toBeDefined();
});

test("a search that is given a name finds that tool first, and one that finds nothing says so", async () => {
  const { client } = await connectedTo(manyOperations());
  const named = await client.callTool({
    name: "search_tools",
    arguments: { query: "remove_team", limit: 1 },
  });
  expect(JSON.parse(textOf(named))).toMatchObject({
    name: "remove_team",
    description: expect.stringMatching(/^Deprecated/),
  });
  const nothing = await client.callTool({ name: "search_tools", arguments: { query: "qqqq" } });
  expect(nothing.isError).toBe(true);
  const wrong = await client.callTool({ name: "search_tools", arguments: {} });
  expect(textOf(wrong)).toBe("`query` must be words to search for.");
});

test("a tool that is told in short takes all that it could be given", async () => {
  const { client, fetched } = await connectedTo(manyOperations(), { fetch: () => Response.json({}) });
  const given = { id: "1", name: "a", owner: "b", place: "c" };
  await client.callTool({ name: "create_ticket", arguments: given });
  expect(await fetched[0]?.json()).toEqual({ name: "a", owner: "b", place: "c" });
});
