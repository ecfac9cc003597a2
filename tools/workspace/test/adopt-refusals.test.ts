import { mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UsageError } from "@visitors-api/machine/usage-error";
import { describe, expect, onTestFinished, test } from "vitest";
import { AdoptionError } from "../src/adopt/adoption-error.ts";
import { readArguments } from "../src/adopt/arguments.ts";
import { checkAdoption } from "../src/adopt/check.ts";
import { trackedFiles } from "../src/adopt/files.ts";
import { checkIsFree } from "../src/adopt/own-files.ts";
import { root } from "../src/root.ts";
import { museum, todo } from "./support/adopted.ts";

describe("wrong arguments are refused with what is wrong:", () => {
  test.each([
    [[], "Which description?"],
    [[todo], "--name is missing"],
    [[todo, museum, "--name", "todo"], "One description at a time"],
    [
      [todo, "--name", "To Do"],
      '--name takes up to 40 of a-z, 0-9 and single hyphens, a letter first, not "To Do"',
    ],
    [[todo, "--name", "../todo"], "--name takes up to 40"],
    [[todo, "--name", "todo", "--scope", "todo"], "--scope takes an @"],
    [[todo, "--name", "todo", "--scope", "@Todo/x"], "--scope takes an @"],
    [[todo, "--name", "todo", "--force"], "Unknown option '--force'"],
  ])("%j", (args, says) => {
    expect(() => readArguments(args)).toThrow(UsageError);
    expect(() => readArguments(args)).toThrow(says);
  });

  test("a name that a folder of this repository has", async () => {
    const files = await trackedFiles(root);
    expect(() => checkIsFree("node", files)).toThrow('--name cannot be "node"');
  });
});

describe("a description that cannot be adopted is refused with what is wrong:", () => {
  test.each([
    ["nothing", "", "openapi.yaml:1:1: This is not an OpenAPI description, for it is empty."],
    ["no description", "title: Notes\n", "openapi.yaml:1:1: This is not an OpenAPI description"],
    [
      "one of another version",
      'swagger: "2.0"\ninfo: { title: Old, version: "1" }\npaths: {}\n',
      "openapi.yaml:1:10: Swagger 2.0 is not supported.",
    ],
    [
      "one without operations",
      'openapi: 3.1.0\ninfo: { title: Empty, version: "1" }\npaths: {}\n',
      "has no operation",
    ],
    [
      "one with a reference to nothing",
      'openapi: 3.1.0\ninfo: { title: Broken, version: "1" }\npaths:\n  /notes:\n    $ref: paths.yaml\n',
      "openapi.yaml:5:5: Nothing is at `paths.yaml`.",
    ],
  ])("%s", async (_, text, says) => {
    await expectRefusal(await written(text), says);
  });

  test("one that is not OpenAPI, with --lenient too", async () => {
    const text = `openapi: 3.1.0
info: { title: Odd, version: "1", colour: blue }
paths: { /notes: { get: { responses: { "200": { description: Notes } } } } }
`;
    const says = "openapi.yaml:2:35: Property `colour` is not expected here. (struct)";
    await expectRefusal(await written(text), says, { lenient: true });
  });

  test.each(["/nowhere/openapi.yaml", "http://127.0.0.1:1/openapi.yaml"])(
    "%s, which is not there",
    async (source) => {
      await expectRefusal(source, source);
    },
  );

  test("one that breaks rules, each with its place and its rule", async () => {
    const refused = await expectRefusal(museum, "or start with --lenient");
    expect(refused.message).toMatch(
      /^openapi\.yaml:\d+:\d+: The schema "Date" has no description.* \(rule\/schema-description\)$/m,
    );
  });
});

async function expectRefusal(source: string, says: string, { lenient = false } = {}): Promise<AdoptionError> {
  const given = { source, name: "memos", scope: "@memos-api", lenient, bundle: false, yes: true };
  const refused = await checkAdoption(given, await temporaryFolder()).catch((error: unknown) => error);
  if (!(refused instanceof AdoptionError)) throw refused;
  expect(refused.message).toContain(says);
  return refused;
}

/** A description in a folder of its own. */
async function written(text: string): Promise<string> {
  const file = join(await temporaryFolder(), "openapi.yaml");
  await writeFile(file, text);
  return file;
}

async function temporaryFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "refused-description-")));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
