import { createRequire } from "node:module";
import { runNode } from "@visitors-api/machine/run";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  biomeConfiguration,
  compiler,
  generateClients,
  remove,
  themes,
  type Workshop,
} from "./support/fixtures.ts";

let workshop: Workshop;
beforeAll(async () => {
  workshop = await generateClients(themes);
});
afterAll(() => remove(workshop));

async function output(command: string, args: readonly string[]): Promise<string> {
  return (await runNode(command, args, { cwd: workshop.folder })).output;
}

test("what is generated from any of the fixtures compiles in the strictest mode, and its calls as they say", async () => {
  expect(await output(compiler(), ["-p", "tsconfig.json"])).toBe("");
});

test("what is generated from any of the fixtures is as the formatter and the linter want it", async () => {
  const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
  const args = ["check", `--config-path=${biomeConfiguration}`, "--vcs-enabled=false", "--reporter=summary"];
  const folders = themes.map((name) => `${workshop.folder}/${name}`);
  const said = await output(biome, [...args, "--error-on-warnings", "--max-diagnostics=none", ...folders]);
  expect(said).toMatch(/^\s*Checked \d+ files in \S+ No fixes applied\.\s*$/);
});
