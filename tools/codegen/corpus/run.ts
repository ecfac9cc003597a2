import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { generate } from "../src/generate.ts";
import { DescriptionError } from "../src/load/load.ts";
import { write } from "../src/write/write.ts";
import { disagreements, type Pair, questions } from "./agreement.ts";
import { typeCheck } from "./type-check.ts";

const runtime = join(import.meta.dirname, "../../../packages/client/src/runtime/index.ts");

/** What came of one description. */
export interface Outcome {
  readonly file: string;
  /** The first mistake, where the description is refused without `--lenient`. */
  readonly strictly: string | undefined;
  /** The first mistake, where it is refused with it too. */
  readonly refused: string | undefined;
  readonly operations: number;
  readonly schemas: number;
  readonly typeErrors: readonly string[];
  readonly values: number;
  readonly disagreements: readonly Pair[];
}

/** Generates a client of a description, leniently where it must, compiles it, and asks its types and its validators the same. */
export async function tryDescription(file: string): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "corpus-"));
  try {
    const strictly = await attempt(() => generate(file, folder));
    const lenient =
      strictly.refused === undefined
        ? strictly
        : await attempt(() => generate(file, folder, { lenient: true }));
    const nothing = { operations: 0, schemas: 0, typeErrors: [], values: 0, disagreements: [] };
    if (lenient.made === undefined) {
      return { file, strictly: strictly.refused, refused: lenient.refused, ...nothing };
    }
    const { description, model, differences } = lenient.made;
    await write(folder, differences);
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    const asked = questions(description, model, relative(folder, runtime));
    for (const [name, text] of Object.entries(asked.files)) writeFileSync(join(folder, name), text);
    const errors = await typeCheck(folder);
    const refusedLines = new Set(
      errors.filter((error) => error.file === "questions.ts").map(({ line }) => line),
    );
    return {
      file,
      strictly: strictly.refused,
      refused: undefined,
      operations: model.operations.length,
      schemas: model.schemas.length,
      typeErrors: errors
        .filter((error) => error.file !== "questions.ts")
        .map(({ file, line, message }) => `${file}:${line}: ${message}`),
      values: asked.pairs.length,
      disagreements: await disagreements(folder, asked, description, (line) => refusedLines.has(line)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function attempt<T>(
  make: () => Promise<T>,
): Promise<{ made: T | undefined; refused: string | undefined }> {
  try {
    return { made: await make(), refused: undefined };
  } catch (error) {
    if (!(error instanceof DescriptionError)) throw error;
    return { made: undefined, refused: error.problems[0]?.message ?? error.message };
  }
}
