import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { limits } from "@visitors-api/machine/limits";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { description } from "./bundled.ts";
import { packageFolder, type Run } from "./redocly.ts";

const text = readFileSync(join(packageFolder, "test/notes.yaml"), "utf8");
const refersToFiles = /\$ref: *["']?[^"'# ]/;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bundle-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

function bundle(given: string[], options: { cwd?: string; env?: Record<string, string> } = {}): Run {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(packageFolder, "bundle.ts"), ...given],
    {
      cwd: options.cwd ?? folder,
      env: { ...process.env, ...options.env },
      encoding: "utf8",
      timeout: limits.process,
    },
  );
  return { exitCode: status, stdout, stderr };
}

// A description in several files is read below.
test.each(
  [join(packageFolder, "openapi.yaml")].filter((file) => !refersToFiles.test(readFileSync(file, "utf8"))),
)("the bundle of %s says what that says, with every component under its name", (file) => {
  // Nothing is left to bundle: YAML aliases are written out, and that is all.
  expect(description).toEqual(parse(readFileSync(file, "utf8")));
});

test("the bundle says what the description says, versions that look like numbers stay strings, and the bytes are the same from any folder, in any time zone and language", () => {
  const numbers = text
    .replace('version: "1.0"', 'version: "2.10"')
    .replace("default: text", 'default: "2.10"');
  writeFileSync(join(folder, "numbers.yaml"), numbers);
  bundle(["numbers.yaml", "--output", "a.json"]);
  bundle([join(folder, "numbers.yaml"), "--output", join(folder, "b.json")], {
    cwd: packageFolder,
    env: { TZ: "Asia/Tokyo", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
  });
  const bundled = readFileSync(join(folder, "a.json"), "utf8");
  expect(JSON.parse(bundled)).toEqual(parse(numbers));
  expect(bundled).toContain('"version": "2.10"');
  expect(bundled).toContain('"default": "2.10"');
  expect(bundled).not.toMatch(/\b2\.1\b(?!")/);
  expect(readFileSync(join(folder, "b.json"), "utf8")).toBe(bundled);
});

test("a description in several files becomes one", () => {
  mkdirSync(join(folder, "schemas"));
  const [before, after] = split(text, "    NoteProblem:\n", "  examples:\n");
  writeFileSync(join(folder, "schemas/NoteProblem.yaml"), after.replaceAll("\n      ", "\n").trimStart());
  writeFileSync(
    join(folder, "openapi.yaml"),
    before.replace('"#/components/schemas/NoteProblem"', "schemas/NoteProblem.yaml"),
  );
  expect(bundle(["openapi.yaml", "--output", "bundled.json"])).toMatchObject({ exitCode: 0, stderr: "" });
  const { components } = JSON.parse(readFileSync(join(folder, "bundled.json"), "utf8"));
  expect(components.schemas.NoteProblem).toEqual(parse(text).components.schemas.NoteProblem);
  expect(components.responses.NoteConflict.content["application/json"].schema).toEqual({
    $ref: "#/components/schemas/NoteProblem",
  });
});

/** A text without the part from one line up to another, and that part without its first line. */
function split(whole: string, from: string, to: string): [rest: string, part: string] {
  const [head, tail] = [whole.indexOf(`\n${from}`) + 1, whole.indexOf(`\n${to}`) + 1];
  return [whole.slice(0, head) + whole.slice(tail), whole.slice(head + from.length, tail)];
}

describe("a broken description is not bundled, and leaves what was there:", () => {
  test.each([
    { what: "no file", broken: undefined, says: "does not exist" },
    { what: "an empty file", broken: "", says: "broken.yaml" },
    { what: "YAML that cannot be read", broken: text.replace("info:", "info: ["), says: "broken.yaml" },
    {
      what: "a reference to nothing",
      broken: text.replace("#/components/schemas/NoteProblem", "#/components/schemas/Missing"),
      says: "Can't resolve $ref",
    },
    {
      what: "a field that OpenAPI does not have",
      broken: text.replace("operationId:", "operationid:"),
      says: "Property `operationid` is not expected here.",
    },
    {
      what: "a path parameter that is not declared",
      broken: text.replace("  /notes/{note_id}:", "  /notes/{note_id}/{id}:"),
      says: "The operation does not define the path parameter `{id}`",
    },
  ])("$what", ({ broken, says }) => {
    writeFileSync(join(folder, "bundled.json"), "what was there");
    if (broken !== undefined) writeFileSync(join(folder, "broken.yaml"), broken);
    const before = readdirSync(folder);
    const { exitCode, stdout, stderr } = bundle(["broken.yaml", "--output", "bundled.json"]);
    expect(stderr).toContain(says);
    expect(stderr).toContain("Not bundled: broken.yaml. bundled.json is as it was.");
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(readdirSync(folder)).toEqual(before);
    expect(readFileSync(join(folder, "bundled.json"), "utf8")).toBe("what was there");
  });
});

describe("wrong arguments are answered with the right ones:", () => {
  test.each([
    { what: "an option that does not exist", given: ["--ouput", "openapi.json"] },
    { what: "two descriptions", given: ["a.yaml", "b.yaml"] },
  ])("$what", ({ given }) => {
    const { exitCode, stderr } = bundle(given);
    expect(stderr).toContain("Usage: node bundle.ts [<description>] [--output <file>]");
    expect(exitCode).toBe(2);
    expect(readdirSync(folder)).toEqual([]);
  });
});
