#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import { resolve } from "node:path";
import { parseArgs } from "node:util";

enableCompileCache();

const usage = `Usage: node tools/codegen/src/cli.ts <description> --output <dir> [--check] [--lenient]

  <description>  An OpenAPI 3.0 or 3.1 document, YAML or JSON, in one file or many.
  --output <dir> Where the client's sources go.
  --check        Write nothing; fail if the sources there are not what would be generated.
  --lenient      Warn of mistakes that have one sensible reading, and read them so, in place of refusing them.

Exit codes: 0 written, or in step; 1 the description cannot be used, or --check found drift; 2 wrong arguments.`;

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        output: { type: "string" },
        check: { type: "boolean", default: false },
        lenient: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    if (values.help) return "help";
    const [description, ...rest] = positionals;
    if (description === undefined) throw new Error("Which description? Give the path of one.");
    if (rest.length > 0) throw new Error(`One description at a time; there is also ${rest.join(", ")}.`);
    if (!values.output) throw new Error("Where to? Give a folder with --output.");
    return { description, output: values.output, check: values.check, lenient: values.lenient };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}

async function main(): Promise<number> {
  const read = readArguments();
  if (read === "help") {
    console.log(usage);
    return 0;
  }
  if ("wrong" in read) {
    console.error(`${read.wrong}\n\n${usage}`);
    return 2;
  }
  const { description, output, check, lenient } = read;
  // Loaded only now, so that the compile cache is on and wrong arguments are answered at once.
  const [{ generate }, { formatProblem }, { write }] = await Promise.all([
    import("./generate.ts"),
    import("./load/problem.ts"),
    import("./write/write.ts"),
  ]);

  const started = performance.now();
  const { model, warnings, notes, files, differences } = await generate(description, output, { lenient });
  for (const warning of warnings) console.error(formatProblem(warning, "warning"));
  for (const note of notes) console.error(formatProblem(note, "note"));

  if (check) {
    if (differences.length === 0) {
      console.log(`${output} is in step with ${description}.`);
      return 0;
    }
    const { describeDrift } = await import("./write/drift.ts");
    console.error(describeDrift(differences));
    console.error(
      `${output} is not what ${description} generates: ${differences.map(({ name }) => name).join(", ")}. ` +
        "Generate it again, and edit the description rather than what is generated from it.",
    );
    return 1;
  }

  await write(resolve(output), differences);
  const took = Math.round(performance.now() - started);
  console.log(
    `${output}: ${files.size} files, ${differences.length} changed, for ${model.operations.length} operations and ` +
      `${model.schemas.length} schemas, in ${took} ms.`,
  );
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  const expected = error instanceof Error && ["DescriptionError", "OutputError"].includes(error.name);
  console.error(expected ? error.message : error);
  process.exitCode = 1;
}
