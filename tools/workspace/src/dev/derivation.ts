import { mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generate } from "@visitors-api/codegen/generate";
import { write } from "@visitors-api/codegen/write";
import { ownSources } from "@visitors-api/docs/own-sources";
import { SiteBuilder } from "@visitors-api/docs/site";
import { runRedocly } from "../redocly.ts";
import { root } from "../root.ts";

/** The description, or a guide, cannot be used. The message is for whoever has just saved it. */
export class SaveError extends Error {
  override name = "SaveError";
}

const bundle = join(root, "spec/dist/openapi.json");
/** Beside it, so that it can take its place at once. */
const unfinished = join(root, "spec/dist/.openapi.saved.json");
const sources = join(root, "packages/client/src/generated");

/**
 * From a saved description to the client's sources and the docs, as the tasks of the packages do it, but in this process,
 * which has everything loaded: `npm run dev` is for somebody who waits for it. Nothing is written for a description that
 * breaks a rule.
 */
export class Derivation {
  #builder = new SiteBuilder();
  #folder = mkdtempSync(join(tmpdir(), "visitors-docs-"));

  /** Where the docs stand: outside the package, whose own build may go on at the same time. */
  readonly site = join(this.#folder, "site");

  /**
   * Lints and bundles the description, and writes the client's sources.
   *
   * @throws {SaveError} when the description cannot be used; everything is as it was.
   */
  async client(): Promise<void> {
    try {
      const [linted, bundled] = await Promise.all([
        runRedocly(["lint", "--lint-config=error"]),
        runRedocly(["bundle", "visitors", "--output", unfinished]),
      ]);
      for (const { succeeded, said } of [linted, bundled]) if (!succeeded) throw new SaveError(said);
      const { differences } = await expected(generate(unfinished, sources));
      await write(sources, differences);
      renameSync(unfinished, bundle);
    } finally {
      rmSync(unfinished, { force: true });
    }
  }

  /**
   * Builds the docs of the description that was bundled last.
   *
   * @throws {SaveError} when it or a guide cannot be used; the docs are as they were.
   */
  async docs(): Promise<void> {
    await expected(this.#builder.build({ ...ownSources(), output: this.site }));
  }

  async close(): Promise<void> {
    await this.#builder.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Errors of the description or a guide, told by name because each package has its own; any other is a defect. */
const expectedErrors = new Set(["DescriptionError", "GuideError", "LinkError", "OutputError"]);

async function expected<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Error) || !expectedErrors.has(error.name)) throw error;
    throw new SaveError(error.message, { cause: error });
  }
}
