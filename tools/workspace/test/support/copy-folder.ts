import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the copy of the repository is made; empty until a test asks for it. */
    copyFolder: string;
  }
}

/** Vitest calls this before the tests, and what it returns after them. */
export default function setup({ provide }: TestProject): () => void {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "repository-")));
  provide("copyFolder", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
