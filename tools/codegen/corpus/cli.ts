#!/usr/bin/env node
import { existsSync } from "node:fs";
import { relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { findDescriptions } from "./find-descriptions.ts";
import { type Outcome, tryDescriptions } from "./run.ts";

/** So many clients are one program to the compiler. */
const together = 12;

const usage = `Usage: npm run corpus -- <path>... [--verbose]

  <path>     An OpenAPI 3.0 or 3.1 document, a folder that is searched for them, or a list of paths (.txt, one a line).
  --verbose  Prints each refusal, type error and disagreement.

Exit codes: 0 every client that was generated compiles, and its types and validators agree; 1 some do not; 2 wrong arguments.`;

async function main(): Promise<number> {
  let paths: string[];
  let verbose: boolean;
  try {
    const read = parseArgs({
      allowPositionals: true,
      options: { verbose: { type: "boolean", default: false }, help: { type: "boolean", default: false } },
    });
    if (read.values.help) {
      console.log(usage);
      return 0;
    }
    paths = read.positionals.map((path) => resolve(path));
    verbose = read.values.verbose;
    if (paths.length === 0) throw new Error("Which descriptions? Give a file, a folder or a list.");
    const missing = paths.find((path) => !existsSync(path));
    if (missing !== undefined) throw new Error(`There is no ${missing}.`);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    return 2;
  }
  const outcomes: Outcome[] = [];
  const files = paths.flatMap(findDescriptions);
  for (let first = 0; first < files.length; first += together) {
    for (const outcome of await tryDescriptions(files.slice(first, first + together))) {
      outcomes.push(outcome);
      if (verbose || outcome.typeErrors.length + outcome.disagreements.length > 0) print(outcome);
    }
  }
  console.log(summary(outcomes));
  const failures = outcomes.filter(
    ({ typeErrors, disagreements }) => typeErrors.length + disagreements.length > 0,
  );
  return failures.length > 0 ? 1 : 0;
}

function print({ file, strictly, refused, operations, typeErrors, disagreements }: Outcome): void {
  console.log(
    `${relative(process.cwd(), file)}: ${refused === undefined ? `${operations} operations` : "refused"}`,
  );
  if (strictly !== undefined) console.log(`  strictly: ${strictly}`);
  if (refused !== undefined) console.log(`  leniently: ${refused}`);
  for (const error of typeErrors.slice(0, 5)) console.log(`  type error: ${error}`);
  for (const { schema, value } of disagreements.slice(0, 5)) {
    console.log(`  disagreement: ${schema.name} on ${JSON.stringify(value).slice(0, 300)}`);
  }
}

/** The table of the README. */
function summary(outcomes: readonly Outcome[]): string {
  const sum = (of: (outcome: Outcome) => number) =>
    outcomes.reduce((total, outcome) => total + of(outcome), 0);
  const strict = outcomes.filter(({ strictly }) => strictly === undefined).length;
  const refused = outcomes.filter((outcome) => outcome.refused !== undefined);
  const reasons = new Map<string, number>();
  for (const { refused: reason = "" } of refused) {
    const kind = reason.replaceAll(/`[^`]*`/g, "`…`");
    reasons.set(kind, (reasons.get(kind) ?? 0) + 1);
  }
  const rows = [
    ["descriptions", outcomes.length],
    ["generated strictly", strict],
    ["generated with `--lenient`", outcomes.length - strict - refused.length],
    ["refused with it too", refused.length],
    ["operations", sum(({ operations }) => operations)],
    ["component schemas", sum(({ schemas }) => schemas)],
    ["type errors", sum(({ typeErrors }) => typeErrors.length)],
    ["values that types and validators were asked about", sum(({ values }) => values)],
    ["values that they disagree on", sum(({ disagreements }) => disagreements.length)],
  ];
  const why = [...reasons].map(([reason, count]) => `- ${count} × ${reason}`);
  return [...rows.map(([what, count]) => `| ${what} | ${count} |`), "", ...why].join("\n");
}

process.exitCode = await main();
