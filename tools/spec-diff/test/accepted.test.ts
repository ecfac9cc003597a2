import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { closeAccepted } from "../src/accepted/close-accepted.ts";
import { folderWith, git, specDiff, write } from "./support/command.ts";
import { aged, named, petsFile, release, renamed } from "./support/pets-file.ts";

const schema = "/paths/~1pets/get/responses/200/content/application~1json/schema";
const removed = `property-removed ${schema}/properties/name`;
const entry = (change: string, until = "1.1.0"): string =>
  `- change: ${change}\n  why: No pet ever had a name.\n  until: ${until}\n`;

const list = "spec/accepted-changes.yaml";
/** A repository in which `name` became `title` since 1.0.0. */
const since = (accepted: string, more: Readonly<Record<string, string>> = {}): string =>
  folderWith({ "spec/openapi.yaml": renamed, [list]: accepted, ...release("1.0.0", named), ...more });

test("a change that corrects the description is one of the documentation, for the compiler too, and says why", async () => {
  const folder = since(entry(removed));
  const { status, stdout, stderr } = await specDiff(folder, "--fail-on", "breaking");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toContain("Additive. Changes: 0 breaking, 1 additive, 0 of the documentation, 1 accepted.");
  expect(stdout).toContain(
    "is no longer a property of responses. It is a correction: No pet ever had a name.\n" +
      `      change  ${removed}\n`,
  );
  expect(stdout).toContain("The compiler refuses nothing but what comes from what is accepted.");
});

test("a change that is not accepted breaks beside one that is", async () => {
  const required = aged.replace("[name]", "[name, age]");
  const folder = folderWith({
    "spec/openapi.yaml": petsFile("type: object"),
    [list]: entry(removed),
    ...release("1.0.0", required),
  });
  const { changes, verdict } = JSON.parse((await specDiff(folder, "--format", "json")).stdout);
  expect(verdict).toBe("breaking");
  expect(changes).toMatchObject([
    { verdict: "breaking", id: `property-removed ${schema}/properties/age`, accepted: null },
    {
      verdict: "documentation",
      id: removed,
      accepted: { verdict: "breaking", why: "No pet ever had a name." },
    },
  ]);
});

test("an entry that no change is meant by is an error at its place, which says what might be meant", async () => {
  const folder = since(`# Corrections\n${entry(`property-removed ${schema}/properties/nam`)}`);
  expect(await specDiff(folder)).toEqual({
    status: 1,
    stdout: "",
    stderr:
      `spec/accepted-changes.yaml:2:3: No change since 1.0.0 is \`property-removed ${schema}/properties/nam\`. ` +
      `Is \`${removed}\` meant? If it was released with 1.0.0, write \`until: 1.0.0\` in place of 1.1.0, or remove the entry; ` +
      "if it was taken back, remove it.\n",
  });
});

test("an entry counts for users of versions before the one that it is until", async () => {
  const past = { ...release("1.1.0", renamed) };
  // Released with 1.1.0: nothing is left to accept, and who comes from 1.0.0 still needs it.
  const folder = since(entry(removed, "1.1.0"), past);
  expect((await specDiff(folder)).stdout).toContain("Nothing that a reader could notice has changed.");
  expect((await specDiff(folder, "1.0.0")).stdout).toContain("0 breaking");
  write(folder, { [list]: entry(removed, "1.0.0") });
  expect((await specDiff(folder, "1.0.0")).stdout).toContain("1 breaking");
});

test("compared with anything but a release, an entry may be about nothing", async () => {
  const folder = since(entry(removed));
  git(folder, "init", "--quiet");
  git(folder, "add", ".");
  git(folder, "commit", "--quiet", "--message", "Rename");
  expect((await specDiff(folder, "HEAD")).stdout).toContain(
    "Nothing that a reader could notice has changed.",
  );
});

test("a part that an alias of YAML repeats may be named by either place", async () => {
  const twice = (properties: string): string => `openapi: 3.1.0
info: { title: Pets, version: "1" }
paths:
  /pets:
    put:
      operationId: putPet
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Cat" } } } }
      responses: { 200: { description: Done, content: { application/json: { schema: { $ref: "#/components/schemas/Dog" } } } } }
components:
  schemas:
    Cat: { type: object, properties: &all ${properties} }
    Dog: { type: object, properties: *all }
`;
  const folder = folderWith({
    "spec/openapi.yaml": twice("{ age: { type: integer } }"),
    [list]: entry("property-removed /components/schemas/Dog/properties/name"),
    ...release("1.0.0", twice("{ age: { type: integer }, name: { type: string } }")),
  });
  const { status, stdout, stderr } = await specDiff(folder, "--fail-on", "additive");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toContain("1 accepted");
});

test("a value of a list is named after it, and no other value is accepted with it", async () => {
  const kinds = (values: string): string => petsFile(`enum: [${values}]`);
  const folder = folderWith({
    "spec/openapi.yaml": kinds("cat, dog, bird"),
    [list]: entry(`response-enum-value-added ${schema}/enum dog`),
    ...release("1.0.0", kinds("cat")),
  });
  const { changes } = JSON.parse((await specDiff(folder, "--format", "json")).stdout);
  expect(changes).toMatchObject([
    { name: "`bird`", verdict: "breaking" },
    { name: "`dog`", verdict: "documentation" },
  ]);
});

test.each([
  ["change: a", "1:1: This is a list of accepted changes: begin it with `-`."],
  ["- property-removed", "1:3: Each entry has a change, why it is accepted, and until which version."],
  ["- change: a b\n  why: c\n", "1:3: An entry needs `until`, a text."],
  [
    "- change: a b\n  why: c\n  until: soon\n",
    "3:10: `until` is the version that corrects it, such as 1.2.0, and not soon.",
  ],
  [
    "- change: a b\n  why: c\n  until: 2.0.0\n  because: d\n",
    "4:3: `because` is none of change, why, until.",
  ],
  ["- change: [a\n", "This is no YAML"],
])("a list that says %j is refused at its place", async (text, message) => {
  const { status, stderr } = await specDiff(since(text));
  expect(status).toBe(1);
  expect(stderr).toContain(message);
  expect(stderr).toMatch(/^spec\/accepted-changes\.yaml:\d+:\d+: /);
});

test("an entry about the documentation is refused, as it accepts nothing", async () => {
  const folder = folderWith({
    "spec/openapi.yaml": named.replace("The pets", "All pets"),
    [list]: entry("documentation-changed /paths/~1pets/get/responses/200/description"),
    ...release("1.0.0", named),
  });
  expect((await specDiff(folder)).stderr).toContain("asks nothing of anybody. Remove the entry.");
});

test("a release closes what it corrects, and leaves the rest of the list as it is", () => {
  const folder = folderWith({
    list: `# Ours\n${entry("a b", "9.0.0")}# Another\n${entry("c d", '"1.0.0"')}${entry("e f", '"3.0.0"')}`,
  });
  closeAccepted(join(folder, "list"), "1.1.0");
  expect(readFileSync(join(folder, "list"), "utf8")).toBe(
    `# Ours\n${entry("a b", "1.1.0")}# Another\n${entry("c d", '"1.0.0"')}${entry("e f", "1.1.0")}`,
  );
  closeAccepted(join(folder, "none"), "1.1.0");
});
