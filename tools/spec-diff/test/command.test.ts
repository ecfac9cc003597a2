import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderWith, git, specDiff, write } from "./support/command.ts";

const pets = (schema: string): string => `openapi: 3.1.0
info: { title: Pets, version: "1" }
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        "200":
          description: The pets
          content:
            application/json:
              schema:
${schema.trim().replaceAll(/^/gm, "                ")}
`;

const named = pets(`
type: object
required: [name]
properties:
  name: { type: string }
`);
const aged = pets(`
type: object
required: [name]
properties:
  name: { type: string }
  age: { type: integer }
`);
const renamed = pets(`
type: object
required: [title]
properties:
  title: { type: string }
`);
const release = (version: string, text: string) => ({ [`spec/releases/${version}/openapi.json`]: text });

test("compares with the highest release, and shows each change with its places", () => {
  const folder = folderWith({
    "spec/openapi.yaml": renamed,
    ...release("0.9.0", renamed),
    ...release("0.10.0", named),
    ...release("0.10.0-rc.1", renamed),
  });
  const { status, stdout, stderr } = specDiff(folder);
  expect(stderr).toBe("");
  expect(status).toBe(0);
  expect(stdout).toBe(`Breaking. Changes: 1 breaking, 1 additive, 0 of the documentation.

Breaking changes
  \`name\` in the answer of \`listPets\` for 200 is no longer a property of responses.
    rule    property-removed
    before  spec/releases/0.10.0/openapi.json:16:19
    in      listPets

Additive changes
  \`title\` in the answer of \`listPets\` for 200 is a new required property of responses.
    rule    response-required-property-added
    after   spec/openapi.yaml:16:19
    in      listPets

The compiler agrees. What it refuses:
  listPets, output: Property 'name' is missing in type '{ title: string; }' but required in type '{ name: string; }'.
`);
});

test("compares with a version, and writes Markdown for a pull request", () => {
  const folder = folderWith({
    "spec/openapi.yaml": aged,
    ...release("1.0.0", named),
    ...release("1.1.0", aged),
  });
  expect(specDiff(folder, "1.0.0", "--format", "markdown")).toEqual({
    status: 0,
    stderr: "",
    stdout: `Additive. Changes: 0 breaking, 1 additive, 0 of the documentation.

## Additive changes

- \`age\` in the answer of \`listPets\` for 200 is a new optional property of responses.
  <br>rule: \`property-added\`; after: \`spec/openapi.yaml:17:19\`; in: \`listPets\`

## What the compiler says

The compiler agrees: it takes the old inputs and the new outputs.
`,
  });
});

test("compares with a revision of git in which the description has several files, and writes JSON for programs", () => {
  const root = pets('$ref: "schemas/pet.yaml"');
  const folder = folderWith({
    "spec/openapi.yaml": root,
    "spec/schemas/pet.yaml": "type: object\nproperties:\n  name: { type: string }\n",
  });
  git(folder, "init", "--quiet");
  git(folder, "add", ".");
  git(folder, "commit", "--quiet", "--message", "Describe pets");
  write(folder, {
    "spec/schemas/pet.yaml": "type: object\nproperties:\n  name: { type: [string, 'null'] }\n",
  });

  const { status, stdout } = specDiff(folder, "HEAD", "--format", "json");
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    verdict: "breaking",
    changes: [
      {
        verdict: "breaking",
        summary: "In responses, `pet.name` may be null.",
        rule: "response-null-added",
        before: {
          file: "HEAD:spec/schemas/pet.yaml",
          pointer: "#/properties/name/type",
          line: 3,
          column: 11,
        },
        after: { file: "spec/schemas/pet.yaml", pointer: "#/properties/name/type", line: 3, column: 11 },
        identity: expect.stringContaining("null-added"),
        operations: ["listPets"],
      },
    ],
    compiler: {
      verdict: "breaking",
      problems: [{ operation: "listPets", side: "output", message: expect.stringContaining("'null'") }],
    },
  });

  git(folder, "rm", "--quiet", "-r", "--cached", "spec");
  git(folder, "commit", "--quiet", "--message", "Forget pets");
  expect(specDiff(folder, "HEAD")).toEqual({
    status: 2,
    stdout: "",
    stderr: "The revision `HEAD` has no spec/openapi.yaml.\n",
  });
});

test("tells the place of each mistake in a description that cannot be used", () => {
  const folder = folderWith({
    "spec/openapi.yaml": named,
    "old.yaml": named.replace("type: string", "$ref: '#/lost'"),
  });
  const { status, stdout, stderr } = specDiff(folder, "old.yaml");
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toMatch(/^old\.yaml:16:\d+: .*#\/lost.*\n$/);
});

test("fails on request when the verdict is as strict as asked, or stricter", () => {
  const folder = folderWith({ "spec/openapi.yaml": aged, "old.yaml": named });
  expect(specDiff(folder, "old.yaml", "--fail-on", "breaking").status).toBe(0);
  expect(specDiff(folder, "old.yaml", "--fail-on", "documentation").status).toBe(3);
});

test("says what it can be compared with when it is compared with nothing", () => {
  const folder = folderWith({ "spec/openapi.yaml": aged, ...release("1.0.0", named) });
  const { status, stderr } = specDiff(folder, "2.0.0");
  expect(status).toBe(2);
  expect(stderr).toBe(
    "`2.0.0` is no file, no released version (1.0.0) and no revision of git. " +
      "In a clone without the whole history, fetch the revision first.\n",
  );
  rmSync(join(folder, "spec/releases"), { recursive: true });
  expect(specDiff(folder).stderr).toContain("Nothing has been released yet");
});

test.each([
  [["one", "two"], "One base at a time; there is also two."],
  [["--format", "html"], 'There is no format "html". The formats are text, markdown, json.'],
  [
    ["--fail-on", "never"],
    'There is no verdict "never". The verdicts are breaking, additive, documentation.',
  ],
])("refuses %j", (given, message) => {
  const folder = folderWith({ "spec/openapi.yaml": aged });
  const { status, stdout, stderr } = specDiff(folder, ...given);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain(`${message}\n\nUsage: npm run spec:diff`);
});
