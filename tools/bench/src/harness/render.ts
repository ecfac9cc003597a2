import { copyFileSync } from "node:fs";
import { join } from "node:path";
import type { Renderer } from "../renderers/renderer.ts";
import { BenchmarkError } from "./benchmark-error.ts";
import { executeNode } from "./command.ts";
import { workFolder } from "./folders.ts";

/**
 * Builds a renderer's page of a description.
 *
 * @returns the folder to serve, and how long the process took that built it; undefined where the browser does.
 * @throws {BenchmarkError} when the process fails.
 */
export async function render(
  renderer: Renderer,
  description: string,
  purpose: string,
): Promise<{ folder: string; milliseconds: number | undefined }> {
  const folder = workFolder(purpose, renderer.name);
  renderer.files?.(folder);
  let milliseconds: number | undefined;
  if (renderer.command) {
    const run = await executeNode(renderer.command(description, folder), { cwd: folder });
    if (run.exitCode !== 0) throw new BenchmarkError(`${renderer.name} did not build:\n${run.output}`);
    milliseconds = run.milliseconds;
  } else {
    copyFileSync(description, join(folder, "openapi.json"));
  }
  return { folder, milliseconds };
}
