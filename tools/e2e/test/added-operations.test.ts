import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildModel } from "@visitors-api/codegen";
import { exampleOptions } from "@visitors-api/codegen/example-call";
import { SiteBuilder } from "@visitors-api/docs/site";
import { runNode } from "@visitors-api/machine/run";
import {
  basePath,
  type Description,
  entriesOf,
  objectOrEmpty,
  readDescription,
  textOf,
} from "@visitors-api/openapi";
import bundle from "@visitors-api/spec" with { type: "json" };
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseDocument } from "yaml";
import { addAll, additions } from "../added/additions.ts";
import { writeConsumer } from "../support/consumer.ts";
import { typeCheck } from "../support/type-check.ts";
import { writeClient } from "../support/write-client.ts";

const since = "2026-11-30";
const sunset = "2027-06-30";
const ending = { deprecated: true, "x-deprecated-since": since, "x-sunset": sunset };

/** An operation that goes on one day, with all that is in it. */
const listOldNotes = {
  operationId: "listOldNotes",
  summary: "List old notes",
  tags: ["Old notes"],
  security: [],
  ...ending,
  parameters: [{ name: "page", in: "query", description: "Which.", schema: { type: "integer" }, ...ending }],
  responses: {
    200: {
      description: "Found",
      content: { "application/json": { schema: { $ref: "#/components/schemas/OldNote" } } },
    },
  },
};
const oldNote = {
  type: "object",
  properties: {
    text: { type: "string", description: "What it says.", example: "Call back", ...ending },
  },
};

/**
 * Calls each of them, and prints what came of it and what the sandbox received; and what the sandbox sent of the one that goes, and the
 * client tells of that, and of a server that says nothing.
 */
const program = `
import description from "./openapi.json" with { type: "json" };
import { createSandbox } from "@visitors-api/sandbox";
import { onDeprecation } from "./client/deprecation.ts";
import { createClient, isApiError, UnprocessableContentError } from "./client/index.ts";
import { credentials, token } from "./credentials.ts";

const sandbox = createSandbox({ description, strict: true });
const client = createClient({ ...credentials, fetch: sandbox.fetch });

const listed = await client.listNotes({ limit: 2, label: ["urgent", "a b"] });
const texts: (string | undefined)[] = listed.map(({ text }) => text);
await client.lookUp({ key: "a b" });
const { id } = await client.createNote({ text: "Call back" }, { idempotencyKey: "once" });
const deleted: undefined = await client.deleteNote({ note_id: id });
const removed: undefined = await client.removeLabel({ note_id: id, label: "a/b" });
const imported: undefined = await client.importNotes({ source: "crm", limit: 3 });
const exported: string = await client.exportNotes();

// @ts-expect-error A limit is a number.
const withoutLimit = () => client.listNotes({ limit: "2" });
// @ts-expect-error The text is required.
const withoutText = () => client.createNote({});
// @ts-expect-error It has to say which note.
const withoutNote = () => client.deleteNote({});

const refused = await client
  .createNote({ text: "Call back" }, { headers: { Prefer: "code=422" } })
  .catch((error: unknown) => error);
const isRefused = refused instanceof UnprocessableContentError && isApiError(refused, "createNote");

const withoutKey = createClient({ ...token, fetch: sandbox.fetch });
const missing = await withoutKey.deleteNote({ note_id: id }).catch(String);

const received = sandbox.requests.map(({ method, path, headers, body, status }) => ({
  request: \`\${method} \${path}\`,
  status,
  body,
  key: headers["idempotency-key"],
  hasKey: "x-notes-key" in headers,
}));
const results = { texts, id, deleted, removed, imported, exported, isRefused, missing, received };

const told: unknown[] = [];
let sent: object = {};
const fromSandbox = async (request: Request) => {
  const response = await sandbox.fetch(request);
  sent = Object.fromEntries(response.headers);
  return response;
};
for (const fetch of [fromSandbox, async () => Response.json({})]) {
  const client = createClient({ ...credentials, fetch });
  client.use(onDeprecation((deprecation) => told.push(deprecation)));
  await client.listOldNotes();
}
console.log(JSON.stringify({ results, told, sent }));
`;

let folder: string;
let description: Description;
let printed: { results: unknown; told: Deprecation[]; sent: Deprecation };

interface Deprecation {
  readonly deprecation: string;
  readonly sunset: string;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "visitors-api-added-"));
  await writeConsumer(folder, { "program.ts": program });
  const edited = parseDocument(JSON.stringify(bundle));
  addAll(edited);
  edited.setIn(["paths", "/old-notes"], { get: listOldNotes });
  edited.setIn(["components", "schemas", "OldNote"], oldNote);
  const source = join(folder, "openapi.json");
  await writeFile(source, JSON.stringify(edited));
  description = readDescription(edited.toJSON());
  await writeFile(join(folder, "credentials.ts"), credentialsOf(description));
  await writeClient(source, join(folder, "client"));
  const builder = new SiteBuilder();
  await builder.build({ description: source, output: join(folder, "site") });
  await builder.close();

  const compiled = await typeCheck(folder);
  expect(compiled.status, compiled.output).toBe(0);
  const { status, output } = await runNode(join(folder, "program.ts"), [], { cwd: folder });
  expect(status, output).toBe(0);
  printed = JSON.parse(output);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test("operations of other shapes, added to the description alone, reach the client, the sandbox and the docs", async () => {
  const keyOption = optionOfKey(description);
  const [server] = description.servers;
  const base = server === undefined ? "" : basePath(server);
  const byToken = { hasKey: false };
  expect(printed.results).toEqual({
    texts: ["Call back", null],
    id: "note-7",
    exported: "Call back",
    isRefused: true,
    missing: expect.stringContaining(`TypeError: No credential: set ${keyOption}`),
    received: [
      { request: `GET ${base}/notes?limit=2&label=urgent&label=a%20b`, status: 200, ...byToken },
      { request: expect.stringMatching(/^[A-Z]+ .*\?key=a%20b$/), status: 200, ...byToken },
      { request: `POST ${base}/notes`, status: 201, body: { text: "Call back" }, key: "once", ...byToken },
      { request: `DELETE ${base}/notes/note-7`, status: 204, hasKey: true },
      { request: `DELETE ${base}/notes/note-7/labels/a%2Fb`, status: 204, ...byToken },
      { request: `POST ${base}/notes/import`, status: 202, body: "source=crm&limit=3", ...byToken },
      { request: `GET ${base}/notes/export`, status: 200, ...byToken },
      { request: `POST ${base}/notes`, status: 422, body: { text: "Call back" }, ...byToken },
    ],
  });

  const pages = await pagesOf(join(folder, "site"));
  const { operations } = description;
  const ids = idsIn([additions.beside, ...Object.values(additions.paths)]);
  expect(ids).toHaveLength(7);
  const added = operations.filter(({ id = "" }) => ids.includes(id));
  expect(added).toHaveLength(ids.length);
  for (const { summary, path, parameters, responses } of added) {
    const page = pages.find((html) => html.includes(`<h1>${summary}</h1>`)) ?? "";
    expect(page, summary).toContain(path);
    for (const { description } of parameters) expect(page).toContain(description);
    for (const response of responses) expect(page).toContain(response.status);
  }
  const { property, enumValue } = additions;
  // A description may have no component that lists its values.
  const isListed = Object.values(description.schemas).some(
    (schema) => typeof schema === "object" && schema.enum?.includes(enumValue),
  );
  for (const text of [property.schema.description, ...(isListed ? [enumValue] : [])]) {
    expect(
      pages.some((html) => html.includes(text)),
      text,
    ).toBe(true);
  }
});

test("docs, sandbox and client say the same day of what is deprecated", async () => {
  const dayOf = (time: number) => new Date(time).toISOString().replace(/T00:00:00\.000Z$/, "");
  for (const { deprecation, sunset: end } of [...printed.told, printed.sent]) {
    expect(dayOf(Number(deprecation.slice(1)) * 1000)).toBe(since);
    expect(dayOf(Date.parse(end))).toBe(sunset);
  }
  expect(printed.told).toHaveLength(2);

  const words = `Since ${since}. It may be gone from ${sunset} on.`;
  const times = async (name: string) =>
    (await readFile(join(folder, "client/generated", name), "utf8")).split(words).length - 1;
  // The method; and in the types the operation, its parameter and the property.
  expect([await times("operations.ts"), await times("types.ts")]).toEqual([1, 3]);

  for (const page of ["index.html", "index.md"]) {
    const text = await readFile(join(folder, "site/old-notes/list-old-notes", page), "utf8");
    expect(text.split(`deprecated since ${since}, may be gone from ${sunset} on`)).toHaveLength(4);
  }
});

/** The client's option for the key that is added. */
function optionOfKey(description: Description): string | undefined {
  const [added] = Object.keys(additions.components.securitySchemes);
  return buildModel(description).securitySchemes.find(({ name }) => name === added)?.option;
}

/** Options of the client that have every credential, and those that have all but the added key. */
function credentialsOf(description: Description): string {
  const { securitySchemes } = buildModel(description);
  const withoutKey = securitySchemes.filter(
    ({ name }) => !Object.hasOwn(additions.components.securitySchemes, name),
  );
  expect(withoutKey).toHaveLength(securitySchemes.length - 1);
  const [all, others] = [securitySchemes, withoutKey].map((schemes) =>
    exampleOptions({ securitySchemes: schemes }),
  );
  return `export const credentials = ${JSON.stringify(all)};\nexport const token = ${JSON.stringify(others)};\n`;
}

function idsIn(items: readonly unknown[]): string[] {
  return items.flatMap((item) =>
    entriesOf(item).flatMap(([, operation]) => textOf(objectOrEmpty(operation)["operationId"]) || []),
  );
}

async function pagesOf(site: string): Promise<string[]> {
  const files = await readdir(site, { recursive: true });
  const pages = files.filter((file) => file.endsWith(".html"));
  return Promise.all(pages.map((file) => readFile(join(site, file), "utf8")));
}
