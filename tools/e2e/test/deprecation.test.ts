import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runNode } from "@visitors-api/machine/run";
import { expect, test } from "vitest";
import { consumerFolder } from "../support/folders.ts";
import { siteBuilder } from "../support/site-builder.ts";
import { writeClient } from "../support/write-client.ts";

const since = "2026-11-30";
const sunset = "2027-06-30";
const ending = { deprecated: true, "x-deprecated-since": since, "x-sunset": sunset };

/** All that is deprecated in it goes on one day. */
const description = {
  openapi: "3.1.0",
  info: { title: "Notes", version: "1" },
  servers: [{ url: "https://notes.example" }],
  paths: {
    "/notes": {
      get: {
        operationId: "listNotes",
        summary: "List notes",
        tags: ["Notes"],
        ...ending,
        parameters: [
          { name: "page", in: "query", description: "Which.", schema: { type: "integer" }, ...ending },
        ],
        responses: {
          200: {
            description: "Found",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Note" } } },
          },
        },
      },
    },
  },
  components: {
    schemas: {
      Note: {
        type: "object",
        properties: {
          text: { type: "string", description: "What it says.", example: "Call back", ...ending },
        },
      },
    },
  },
};

/** Calls the sandbox, and a server that says nothing, and prints what the sandbox sent and what the client tells of each. */
const program = `
import { createSandbox } from "@visitors-api/sandbox";
import description from "./openapi.json" with { type: "json" };
import { createClient } from "./client/index.ts";
import { onDeprecation } from "./client/deprecation.ts";

const sandbox = createSandbox({ description });
const told: unknown[] = [];
for (const fetch of [sandbox.fetch, async () => Response.json({})]) {
  const client = createClient({ fetch });
  client.use(onDeprecation((deprecation) => told.push(deprecation)));
  await client.listNotes();
}
const { headers } = await sandbox.fetch("https://notes.example/notes");
console.log(JSON.stringify({ told, sent: Object.fromEntries(headers) }));
`;

test("docs, sandbox and client say the same day of what is deprecated", async () => {
  const folder = await consumerFolder({ "program.ts": program });
  const file = join(folder, "openapi.json");
  await writeFile(file, JSON.stringify(description));
  const generated = await writeClient(file, join(folder, "client"));

  const { status, output } = await runNode(join(folder, "program.ts"), [], { cwd: folder });
  expect(status, output).toBe(0);
  const { told, sent } = JSON.parse(output);
  const dayOf = (time: number) => new Date(time).toISOString().replace(/T00:00:00\.000Z$/, "");
  for (const { deprecation, sunset: end } of [...told, sent]) {
    expect(dayOf(Number(deprecation.slice(1)) * 1000)).toBe(since);
    expect(dayOf(Date.parse(end))).toBe(sunset);
  }
  expect(told).toHaveLength(2);

  const words = `Since ${since}. It may be gone from ${sunset} on.`;
  const times = async (name: string) =>
    (await readFile(join(generated, name), "utf8")).split(words).length - 1;
  // The method; and in the types the operation, its parameter and the property.
  expect([await times("operations.ts"), await times("types.ts")]).toEqual([1, 3]);

  const site = join(folder, "site");
  await siteBuilder.build({ description: file, output: site });
  for (const page of ["index.html", "index.md"]) {
    const text = await readFile(join(site, "notes/list-notes", page), "utf8");
    expect(text.split(`deprecated since ${since}, may be gone from ${sunset} on`)).toHaveLength(4);
  }
});
