import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { type Generated, generate } from "../src/generate.ts";
import { DescriptionError } from "../src/load/load.ts";
import { write } from "../src/write/write.ts";
import { disagreements, type Pair, type Questions, questions } from "./agreement.ts";
import { type CompilerError, typeCheck } from "./type-check.ts";

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

/**
 * Generates a client of each description, leniently where it must, compiles them as one program, which saves reading the
 * libraries for each, and asks their types and their validators the same.
 */
export async function tryDescriptions(files: readonly string[]): Promise<Outcome[]> {
  const folder = mkdtempSync(join(tmpdir(), "corpus-"));
  try {
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    const written = [];
    for (const [index, file] of files.entries()) {
      written.push(await writeClient(file, join(folder, String(index))));
    }
    const errors = await typeCheck(folder);
    const outcomes = [];
    for (const client of written) {
      outcomes.push("asked" in client ? await judge(client, errors) : client);
    }
    return outcomes;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A client of a description, and the questions about it, in a folder. */
interface Written extends Pick<Generated, "description" | "model"> {
  readonly file: string;
  readonly strictly: string | undefined;
  readonly folder: string;
  readonly asked: Questions;
}

async function writeClient(file: string, folder: string): Promise<Written | Outcome> {
  const { made: strict, refused: strictly } = await attempt(() => generate(file, folder));
  const { made, refused } = strict
    ? { made: strict, refused: undefined }
    : await attempt(() => generate(file, folder, { lenient: true }));
  if (made === undefined) {
    const nothing = { operations: 0, schemas: 0, typeErrors: [], values: 0, disagreements: [] };
    return { file, strictly, refused, ...nothing };
  }
  const { description, model, differences } = made;
  mkdirSync(folder);
  await write(folder, differences);
  const asked = questions(description, model, relative(folder, runtime));
  for (const [name, text] of Object.entries(asked.files)) writeFileSync(join(folder, name), text);
  return { file, strictly, folder, description, model, asked };
}

async function judge(
  { file, strictly, folder, description, model, asked }: Written,
  all: readonly CompilerError[],
): Promise<Outcome> {
  const errors = all.filter((error) => dirname(error.file) === folder);
  const isQuestion = (error: CompilerError) => basename(error.file) === "questions.ts";
  const refusedLines = new Set(errors.filter(isQuestion).map(({ line }) => line));
  return {
    file,
    strictly,
    refused: undefined,
    operations: model.operations.length,
    schemas: model.schemas.length,
    typeErrors: errors
      .filter((error) => !isQuestion(error))
      .map((error) => `${basename(error.file)}:${error.line}: ${error.message}`),
    values: asked.pairs.length,
    disagreements: await disagreements(folder, asked, description, (line) => refusedLines.has(line)),
  };
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
