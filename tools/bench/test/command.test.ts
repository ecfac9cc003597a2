import { join } from "node:path";
import { expect, test } from "vitest";
import { readArguments } from "../src/arguments.ts";
import { benchmarks } from "../src/benchmarks/index.ts";
import { executeNode } from "../src/harness/command.ts";
import { benchFolder } from "../src/harness/folders.ts";

function bench(...args: string[]) {
  return executeNode([join(benchFolder, "src/cli.ts"), ...args], { cwd: benchFolder });
}

test("--help names every benchmark and group", async () => {
  const { exitCode, output } = await bench("--help");
  expect(exitCode).toBe(0);
  for (const name of Object.keys(benchmarks)) expect(output).toContain(`${name}:`);
  for (const { name } of Object.values(benchmarks).flat()) expect(output).toContain(name);
});

test("wrong arguments are refused with exit code 2, before anything is measured", async () => {
  const { exitCode, output } = await bench("--rounds", "3");
  expect(output).toContain("Unknown option '--rounds'");
  expect(output).toContain("Usage: npm run bench");
  expect(exitCode).toBe(2);
});

test.each([
  ["a benchmark that there is not", ["bundle-sise"], 'There is no benchmark "bundle-sise".'],
  ["a description that there is not", ["--description", "no.yaml"], "There is no file no.yaml."],
])("%s is wrong", (_, args, wrong) => {
  expect(readArguments(args)).toEqual({ wrong });
});
