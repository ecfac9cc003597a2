import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { NOTE_REQUEST } from "./notes/described.ts";
import { expectWrong } from "./support/arguments.ts";
import { type Running, run, start } from "./support/command.ts";
import { putRequest } from "./support/described-answers.ts";
import { temporaryFolder } from "./support/folder.ts";

/** A folder with files of these texts. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

async function serving(location: string, ...args: string[]): Promise<Running> {
  const running = await start(["--port", "0", "--description", location, ...args]);
  onTestFinished(() => running.signal("SIGKILL"));
  return running;
}

const pets = `openapi: 3.0.3
info: { title: Pets, version: "7" }
servers: [{ url: https://pets.example/v1 }]
paths:
  /pets/{id}:
    get:
      parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
      responses:
        "200":
          description: The pet
          content:
            application/json:
              example: { id: 1, name: Rex }
`;

describe("serves any description, with its documented examples:", () => {
  test("YAML", async () => {
    const { url, output } = await serving(join(folderWith({ "pets.yaml": pets }), "pets.yaml"));
    expect(output()).toContain("Pets 7, sandbox");
    expect(await (await fetch(`${url}/pets/5`)).json()).toEqual({ id: 1, name: "Rex" });
    expect((await fetch(`${url}/v1/pets/five`)).status).toBe(400);
    expect((await fetch(`${url}/notes`, putRequest(NOTE_REQUEST))).status).toBe(404);
  });

  test("JSON of many files, that refer to each other", async () => {
    const folder = folderWith({
      "api/openapi.json": JSON.stringify({
        openapi: "3.1.0",
        info: { title: "Parts", version: "1" },
        paths: { "/parts": { $ref: "paths/parts.json" } },
      }),
      "api/paths/parts.json": JSON.stringify({
        get: {
          responses: {
            200: {
              description: "",
              content: { "application/json": { schema: { $ref: "../../shared/part.yaml#/Part" } } },
            },
          },
        },
      }),
      "shared/part.yaml":
        "Part: { type: object, properties: { name: { const: bolt }, of: { $ref: '#/Part' } } }\n",
    });
    const { url } = await serving(join(folder, "api/openapi.json"));
    expect(await (await fetch(`${url}/parts`)).json()).toEqual({ name: "bolt" });
  });

  test("a URL on this machine, with what it refers to", async () => {
    const files: Record<string, string> = {
      "/openapi.yaml": `openapi: 3.1.0\ninfo: { title: Far, version: "1" }\npaths: { /far: { $ref: "./far.yaml" } }\n`,
      "/far.yaml": `get: { responses: { "200": { description: "", content: { text/plain: { example: away } } } } }\n`,
    };
    const server = createServer((request, response) => response.end(files[request.url ?? ""]));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    const { url } = await serving(`http://127.0.0.1:${port}/openapi.yaml`);
    expect(await (await fetch(`${url}/far`)).text()).toBe("away");
    const { status, stderr } = await run(["--description", `http://127.0.0.1:${port}/nothing`]);
    expect([status, stderr.trim().split("\n").length]).toEqual([1, 1]);
  });

  test("and says so when it is given a file to keep things in and there are none", async () => {
    const folder = folderWith({ "pets.yaml": pets });
    const { output } = await serving(join(folder, "pets.yaml"), "--data", join(folder, "pets.db"));
    expect(output()).toMatch(/^Data: .*pets\.db is not used, for this API keeps nothing$/m);
    expect(readdirSync(folder)).toEqual(["pets.yaml"]);
    const seeded = await run([
      "--description",
      join(folder, "pets.yaml"),
      "--seed",
      join(folder, "pets.yaml"),
    ]);
    expect([seeded.status, seeded.stderr.trim().split("\n")]).toEqual([
      1,
      [expect.stringContaining("pets.yaml")],
    ]);
  });

  test("the curl line that it prints is one of that description", async () => {
    const { output, url } = await serving(join(folderWith({ "pets.yaml": pets }), "pets.yaml"));
    expect(output()).toMatch(new RegExp(`^Try: +curl ${url}/pets/\\d+$`, "m"));
  });
});

describe("a description that cannot be served ends the command with 1, and each mistake with its place:", () => {
  const broken: readonly (readonly [what: string, files: Record<string, string>, said: readonly string[]])[] =
    [
      ["no such file", {}, ["openapi.yaml:1:1: There is no such file."]],
      [
        "no YAML",
        { "openapi.yaml": "openapi: 3.1.0\ninfo: [\n" },
        ["openapi.yaml:3:1: It cannot be parsed as YAML"],
      ],
      [
        "no description",
        { "openapi.yaml": "just: text\n" },
        ["openapi.yaml:1:1: This is not an OpenAPI description"],
      ],
      [
        "mistakes in several files",
        {
          "openapi.yaml": `openapi: 3.1.0
info: { title: Broken, version: "1" }
paths:
  /here: { $ref: "here.yaml" }
  /there: { get: { responses: { "200": { $ref: "#/components/responses/Missing" } } } }
`,
          "here.yaml": `get:\n  responses:\n    "200": { description: "", content: { application/json: { schema: { $ref: "gone.yaml" } } } }\n`,
        },
        [
          "here.yaml:3:70: Nothing is at `gone.yaml`",
          "openapi.yaml:5:40: Nothing is at `#/components/responses/Missing`",
        ],
      ],
    ];
  test.each(broken)("%s", async (_, files, said) => {
    const folder = folderWith(files);
    const { status, stdout, stderr } = await run(["--description", join(folder, "openapi.yaml")]);
    expect([status, stdout]).toEqual([1, ""]);
    const lines = stderr.trim().split("\n");
    expect(lines).toHaveLength(said.length);
    for (const [index, text] of said.entries()) {
      expect(lines[index]).toMatch(/^visitors-sandbox: /);
      expect(lines[index]).toContain(text);
    }
  });
});

test("--lenient serves a description with mistakes of one sensible reading, and warns of each with its place", async () => {
  const folder = folderWith({ "openapi.yaml": pets.replace(/ +parameters: .*\n/, "") });
  const file = join(folder, "openapi.yaml");
  const strictly = await run(["--description", file]);
  expect([strictly.status, strictly.stderr]).toEqual([
    1,
    expect.stringContaining("openapi.yaml:6:5: The path"),
  ]);
  const { url, output } = await serving(file, "--lenient");
  expect(output()).toMatch(/openapi\.yaml:6:5: warning: The path .* It is taken for a required string\./);
  expect(await (await fetch(`${url}/pets/any`)).json()).toEqual({ id: 1, name: "Rex" });
});

test.each([
  [["--watch"], "--watch goes with --description"],
  [["--lenient"], "--lenient goes with --description"],
  [["--description="], "--description takes a file, not an empty text"],
  [
    ["--description", "https://api.example/openapi.yaml"],
    "--description takes a file, or a URL on this machine",
  ],
  [["--description", "ftp://127.0.0.1/openapi.yaml"], "--description takes a file, or a URL on this machine"],
  [
    ["--description", "http://127.0.0.1:1/openapi.yaml", "--watch"],
    "--watch goes with a description in files",
  ],
])("says in one line what is wrong with %j", (args, message) => {
  expectWrong(args, message);
});
