import { join } from "node:path";
import { runNode } from "@visitors-api/machine/run";
import { expect, test } from "vitest";
import { readArguments } from "../src/arguments.ts";

const command = join(import.meta.dirname, "../src/cli.ts");

test("npm run release publishes nothing outside of a workflow, and says what to type instead", async () => {
  const { status, output } = await runNode(command, [], { env: { GITHUB_REPOSITORY: "" } });
  expect(status).toBe(1);
  expect(output).toMatch(/^Nothing is published from this machine.*npm run release -- --dry-run\n$/);
});

test.each([
  [["--dry-run", "--version"], "--version and --dry-run are two things to do"],
  [["--first", "--version"], "--version and --first are two things to do"],
  [["--publish"], "--publish goes with --first"],
  [["0.2.0"], "Unexpected argument '0.2.0'"],
])("it has no meaning for %j", (given, says) => {
  expect(() => readArguments(given)).toThrow(says);
});
