import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Output } from "@visitors-api/machine/command";

const usage = `Usage: node tools/codegen/src/cli.ts <description> --output <dir> [--check] [--lenient]

  <description>  An OpenAPI 3.0 or 3.1 document, YAML or JSON, in one file or many.
  --output <dir> Where the client's sources go.
  --check        Write nothing; fail if the sources there are not what would be generated.
  --lenient      Warn of mistakes that have one sensible reading, and read them so, in place of refusing them.

Exit codes: 0 written, or in step; 1 the description cannot be used, or --check found drift; 2 wrong arguments.`;

interface Arguments {
  readonly description: string;
  readonly output: string;
  readonly check: boolean;
  readonly lenient: boolean;
}

function readArguments(args: readonly string[]): Arguments | "help" {
  const { values, positionals } = parseArgs({
    args: [...args],
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
}

/**
 * Runs the generator's command in the current folder.
 *
 * @param args What is typed after its name.
 * @returns The exit code.
 */
export async function codegen(args: readonly string[], output: Output): Promise<number> {
  let given: Arguments | "help";
  try {
    given = readArguments(args);
  } catch (error) {
    output.complain(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return 2;
  }
  if (given === "help") {
    output.write(`${usage}\n`);
    return 0;
  }
  try {
    return await generateClient(given, output);
  } catch (error) {
    const isExpected = error instanceof Error && ["DescriptionError", "OutputError"].includes(error.name);
    if (!isExpected) throw error;
    output.complain(error.message);
    return 1;
  }
}

async function generateClient(
  { description, output, check, lenient }: Arguments,
  { write, complain }: Output,
): Promise<number> {
  // Loaded only now, so that the compile cache is on and wrong arguments are answered at once.
  const [{ generate }, { formatProblem }, sources] = await Promise.all([
    import("./generate.ts"),
    import("./load/problem.ts"),
    import("./write/write.ts"),
  ]);

  const started = performance.now();
  const { model, warnings, notes, files, differences } = await generate(description, output, { lenient });
  for (const warning of warnings) complain(formatProblem(warning, "warning"));
  for (const note of notes) complain(formatProblem(note, "note"));

  if (check) {
    if (differences.length === 0) {
      write(`${output} is in step with ${description}.\n`);
      return 0;
    }
    const { describeDrift } = await import("./write/drift.ts");
    complain(describeDrift(differences));
    complain(
      `${output} is not what ${description} generates: ${differences.map(({ name }) => name).join(", ")}. ` +
        "Generate it again, and edit the description rather than what is generated from it.",
    );
    return 1;
  }

  await sources.write(resolve(output), differences);
  const took = Math.round(performance.now() - started);
  write(
    `${output}: ${files.size} files, ${differences.length} changed, for ${model.operations.length} operations and ` +
      `${model.schemas.length} schemas, in ${took} ms.\n`,
  );
  return 0;
}
