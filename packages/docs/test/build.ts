import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Run, runNode } from "@visitors-api/machine/run";
import description from "@visitors-api/spec" with { type: "json" };
import { buildCommand } from "../src/build-command.ts";
import { SiteBuilder } from "../src/site-builder.ts";

/** The bundled description, as a copy to change. */
export function copyOfDescription() {
  return structuredClone(description);
}

export type BuildRun = { status: number; stdout: string; stderr: string };

/** All tests build with it: the first build loads Astro and Vite, which takes longer than to build with them. */
const builder = new SiteBuilder();

/** Does what the build command does. */
export async function runBuild(...args: string[]): Promise<BuildRun> {
  const said = { stdout: "", stderr: "" };
  const status = await buildCommand(args, (options) => builder.build(options), {
    log: (text: string) => {
      said.stdout += `${text}\n`;
    },
    error: (text: string) => {
      said.stderr += `${text}\n`;
    },
  });
  return { status, ...said };
}

/** Runs the build command as a user does. */
export function runBuildProcess(...args: string[]): Promise<Run> {
  return runNode(fileURLToPath(new URL("../src/build.ts", import.meta.url)), args);
}

/** A folder for one test file. */
export async function temporaryFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), "docs-test-"));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Writes a description to build from, and gives its path. */
export async function writeDescription(
  folder: string,
  content: unknown,
  name = "openapi.json",
): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

export function readPage(site: string, folder = ""): Promise<string> {
  return readFile(join(site, folder, "index.html"), "utf8");
}
