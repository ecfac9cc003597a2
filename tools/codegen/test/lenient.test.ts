import { join } from "node:path";
import { expect, test } from "vitest";
import { generate } from "../src/generate.ts";
import { DescriptionError } from "../src/load/load.ts";
import { write } from "../src/write/write.ts";
import { run } from "./support/command.ts";
import { emitted, expectToParse } from "./support/emitted.ts";
import { fill, folderWith } from "./support/folder.ts";
import { loadText } from "./support/load-text.ts";
import { marked } from "./support/marked.ts";
import { head, mistakes, ok, unreadable } from "./support/mistakes.ts";
import { readings } from "./support/readings.ts";
import { refusal } from "./support/refusal.ts";

test.for(readings)("$what", async ({ text, warnings: expected, of, is }) => {
  const { description, warnings, places } = await loadText({ "openapi.yaml": text }, true);
  expect(warnings).toEqual(expected.map((message, index) => ({ place: places[index], message })));
  expect(of(description)).toEqual(is);
});

test.for(readings)("is strict by default: where $what, it refuses", async ({ text }) => {
  const { said, places } = await refusal({ "openapi.yaml": text });
  const told = said.map(({ place }) => place);
  // What follows from a mistake is told only where the mistake is none.
  expect(places).toEqual(expect.arrayContaining(told));
  expect(told.length).toBeGreaterThan(0);
});

test.for(mistakes)("reads a description with %s, and warns of it where it is", async ([, , text]) => {
  const { warnings, places } = await loadText({ "openapi.yaml": text }, true);
  expect(warnings.map(({ place }) => place)).toEqual(expect.arrayContaining(places));
});

test("generates from a description with any of these mistakes", async () => {
  const sources = new Set<string>();
  for (const [mistake, , withMarks] of mistakes) {
    const folder = folderWith({ "openapi.yaml": marked(withMarks).text });
    const files = await emitted(join(folder, "openapi.yaml"), true);
    expect([mistake, files.size]).toEqual([mistake, 7]);
    for (const source of files.values()) sources.add(source);
  }
  await expectToParse(sources);
});

test.for(unreadable)("refuses %s as before", async ([, message, withMarks]) => {
  const { text } = marked(withMarks);
  const folder = folderWith({ "openapi.yaml": text });
  const loading = generate(join(folder, "openapi.yaml"), join(folder, "client"), { lenient: true });
  const error = await loading.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(DescriptionError);
  if (error instanceof DescriptionError)
    expect(error.problems.map((one) => one.message)).toEqual([expect.stringMatching(message)]);
});

test("--lenient prints a line for each warning, generates all the same, and exits with 0", async () => {
  const folder = folderWith();
  fill(folder, {
    "openapi.yaml": `${head}servers: [{ url: https://pets.example }]
paths:
  /pets/{id}:
    get:
      operationId: getPet
      ${ok}
  pets:
    get:
      operationId: getPet
      ${ok}
`,
  });
  const { status, stdout, stderr } = await run(["openapi.yaml", "--output", "client", "--lenient"], folder);
  expect(stderr.split("\n")).toEqual([
    "openapi.yaml:6:5: warning: The path /pets/{id} has `{id}`, which no parameter defines. It is taken for a required string.",
    "openapi.yaml:9:3: warning: The path `pets` must begin with a slash. It is taken for `/pets`.",
    "openapi.yaml:11:20: warning: The operationId `getPet` is already the one of GET /pets/{id}. That of GET /pets is taken for `getPet2`.",
    "",
  ]);
  expect(status).toBe(0);
  expect(stdout).toContain("for 2 operations");
});

test("a path with a query is requested with it, and one with a fragment without it", async () => {
  const folder = folderWith({
    "package.json": '{ "type": "module" }',
    "openapi.yaml": `${head}servers: [{ url: https://paths.example }]
paths:
  /{id}?mode=x:
    get:
      operationId: withQuery
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      ${ok}
  /files#shared: { get: { operationId: withFragment, ${ok} } }
`,
  });
  const output = join(folder, "client");
  const { differences } = await generate(join(folder, "openapi.yaml"), output, { lenient: true });
  await write(output, differences);
  const { createClient } = await import(join(output, "index.ts"));
  const requested: string[] = [];
  const client = createClient({
    fetch: async (request: Request) => {
      // What of a URL is sent (RFC 9110 § 7.1).
      const { origin, pathname, search } = new URL(request.url);
      requested.push(origin + pathname + search);
      return new Response(null, { status: 204 });
    },
  });
  await client.withQuery({ id: "a/b" });
  await client.withFragment();
  expect(requested).toEqual(["https://paths.example/a%2Fb?mode=x", "https://paths.example/files"]);
});
