import { expect, test } from "vitest";
import { folderWith, git, specDiff, specDiffProcess, write } from "./support/command.ts";
import { aged, named, petsFile, release, renamed } from "./support/pets-file.ts";

test("compares with the highest release, shows each change with its places, and exits with 3 if it is asked to", () => {
  const folder = folderWith({
    "spec/openapi.yaml": renamed,
    ...release("0.9.0", renamed),
    ...release("0.10.0", named),
    ...release("0.10.0-rc.1", renamed),
  });
  const { status, stdout, stderr } = specDiffProcess(folder, "--fail-on", "breaking");
  expect({ status, stderr }).toEqual({ status: 3, stderr: "" });
  expect(stdout).toBe(`Breaking. Changes: 1 breaking, 1 additive, 0 of the documentation.

Breaking changes

  listPets
    \`name\` in the answer of \`listPets\` for 200 is no longer a property of responses.
      change  property-removed /paths/~1pets/get/responses/200/content/application~1json/schema/properties/name
      before  spec/releases/0.10.0/openapi.json:16:19

Additive changes

  listPets
    \`title\` in the answer of \`listPets\` for 200 is a new required property of responses.
      change  response-required-property-added /paths/~1pets/get/responses/200/content/application~1json/schema/properties/title
      after   spec/openapi.yaml:16:19

The compiler agrees: code that calls \`listPets\` may no longer compile.
`);
});

test("compares with a version, and writes Markdown for a pull request", async () => {
  const folder = folderWith({
    "spec/openapi.yaml": aged,
    ...release("1.0.0", named),
    ...release("1.1.0", aged),
  });
  expect(await specDiff(folder, "1.0.0", "--format", "markdown")).toEqual({
    status: 0,
    stderr: "",
    stdout: `Additive. Changes: 0 breaking, 1 additive, 0 of the documentation.

## Additive changes

### \`listPets\`

- \`age\` in the answer of \`listPets\` for 200 is a new optional property of responses.
  <br>\`property-added\`; \`spec/openapi.yaml:17:19\`

## What the compiler says

The compiler agrees: it takes the old inputs and the new outputs.
`,
  });
});

test("compares with a revision of git in which the description has several files, and writes JSON for programs", async () => {
  const root = petsFile('$ref: "schemas/pet.yaml"');
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

  const { status, stdout } = await specDiff(folder, "HEAD", "--format", "json");
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    verdict: "breaking",
    changes: [
      {
        verdict: "breaking",
        summary: "In responses, `pet.name` may be null.",
        subject: "`pet.name`",
        name: "",
        rule: "response-null-added",
        id: "response-null-added /components/schemas/pet/properties/name/type",
        before: {
          file: "HEAD:spec/schemas/pet.yaml",
          pointer: "#/properties/name/type",
          line: 3,
          column: 11,
        },
        after: { file: "spec/schemas/pet.yaml", pointer: "#/properties/name/type", line: 3, column: 11 },
        at: { file: "spec/schemas/pet.yaml", pointer: "#/properties/name/type", line: 3, column: 11 },
        accepted: null,
        identity: expect.stringContaining("null-added"),
        operations: ["listPets"],
      },
    ],
    compiler: {
      verdict: "breaking",
      problems: [
        {
          operation: "listPets",
          side: "output",
          part: "output",
          summary: "What `listPets` answers may be something else than before.",
          message: expect.stringContaining("'null'"),
          identity: expect.stringContaining("listPets"),
        },
      ],
    },
    operations: ["listPets"],
  });

  git(folder, "rm", "--quiet", "-r", "--cached", "spec");
  git(folder, "commit", "--quiet", "--message", "Forget pets");
  expect(await specDiff(folder, "HEAD")).toEqual({
    status: 2,
    stdout: "",
    stderr:
      "The revision `HEAD` has no spec/openapi.yaml. If it had another name then, say so: `HEAD:<path>`.\n",
  });
});

test("tells the place of each mistake in a description that cannot be used", async () => {
  const folder = folderWith({
    "spec/openapi.yaml": named.replace("type: string", "$ref: '#/lost'"),
    "old.yaml": named,
  });
  const { status, stdout, stderr } = await specDiff(folder, "old.yaml");
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toMatch(/^spec\/openapi\.yaml:16:\d+: .*#\/lost.*\n$/);

  const lenient = await specDiff(folder, "old.yaml", "--lenient");
  expect(lenient.status).toBe(0);
  expect(lenient.stderr).toMatch(/^spec\/openapi\.yaml:16:\d+: warning: .*#\/lost.*\n$/);
});

test("fails on request when the verdict is as strict as asked, or stricter", async () => {
  const folder = folderWith({ "spec/openapi.yaml": aged, "old.yaml": named });
  expect((await specDiff(folder, "old.yaml", "--fail-on", "breaking")).status).toBe(0);
  expect((await specDiff(folder, "old.yaml", "--fail-on", "documentation")).status).toBe(3);
});

test("says what it can be compared with when it is compared with nothing", async () => {
  const folder = folderWith({ "spec/openapi.yaml": aged, ...release("1.0.0", named) });
  const { status, stderr } = await specDiff(folder, "2.0.0");
  expect(status).toBe(2);
  expect(stderr).toContain("`2.0.0` is no file, no URL and no released version (1.0.0). ");
});

test.each([
  [[]],
  [["--format", "json", "--fail-on", "breaking"]],
  [["--lenient", "--operation", "listPets"]],
])("before the first release it says what can be done, with the options %j as without any", async (given) => {
  const folder = folderWith({ "spec/openapi.yaml": aged });
  const { status, stdout, stderr } = await specDiff(folder, ...given);
  expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  expect(stderr).toBe(
    "Nothing has been released yet, so there is nothing to compare the description with. Name something else: a file, a URL, or a " +
      "revision of git, such as HEAD in `npm run spec:diff -- HEAD`. What a first release needs, `npm run release -- --first` says.\n",
  );
});

test.each([
  [["one", "two"], "One base at a time; there is also two."],
  [
    ["--format", "pdf"],
    'There is no format "pdf". The formats are text, markdown, html, json, junit, github.',
  ],
  [["--level", "all"], 'There is no verdict "all". The verdicts are breaking, additive, documentation.'],
  [
    ["--fail-on", "never"],
    'There is no verdict "never". The verdicts are breaking, additive, documentation.',
  ],
])("refuses %j", async (given, message) => {
  const folder = folderWith({ "spec/openapi.yaml": aged });
  const { status, stdout, stderr } = await specDiff(folder, ...given);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain(`${message}\n\nUsage: npm run spec:diff`);
});
