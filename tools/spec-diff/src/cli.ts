#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Base, BaseError } from "./base/base.ts";
import { findBase } from "./base/find-base.ts";
import { type Difference, type Place, type Verdict, verdicts } from "./difference.ts";

enableCompileCache();

const usage = `Usage: npm run spec:diff -- [base] [--format text|markdown|json] [--fail-on <verdict>]

  [base]                What to compare with: a file, a released version or a revision of git. Default: the last release.
  --description <file>  What to compare. Default: spec/openapi.yaml. A policy.yaml beside it is kept to.
  --format <format>     text (default), markdown or json.
  --fail-on <verdict>   Fail when the verdict is this one or a stricter one: documentation, additive or breaking.

Exit codes: 0 compared; 1 a description cannot be used; 2 wrong arguments; 3 --fail-on, and the verdict is as strict.`;

const formats = ["text", "markdown", "json"] as const;

interface Arguments {
  readonly asked: string | undefined;
  readonly description: string;
  readonly format: (typeof formats)[number];
  readonly failOn: Verdict | undefined;
}

function readArguments(): Arguments | "help" {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      description: { type: "string", default: join(import.meta.dirname, "../../../spec/openapi.yaml") },
      format: { type: "string", default: "text" },
      "fail-on": { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return "help";
  const [asked, ...rest] = positionals;
  if (rest.length > 0) throw new Error(`One base at a time; there is also ${rest.join(", ")}.`);
  const format = formats.find((name) => name === values.format);
  if (!format)
    throw new Error(`There is no format "${values.format}". The formats are ${formats.join(", ")}.`);
  const failOn = verdicts.find((name) => name === values["fail-on"]);
  if (values["fail-on"] !== undefined && !failOn) {
    throw new Error(`There is no verdict "${values["fail-on"]}". The verdicts are ${verdicts.join(", ")}.`);
  }
  return { asked, description: resolve(values.description), format, failOn };
}

/** The files of a revision have a name of their own: what was read lies in a temporary folder. */
function withNames(difference: Difference, nameOf: Base["nameOf"]): Difference {
  const name = (place: Place | undefined) => place && { ...place, file: nameOf(place.file) };
  return {
    ...difference,
    changes: difference.changes.map((change) => ({ ...change, before: name(change.before) })),
  };
}

async function main({ description, format, failOn }: Arguments, base: Base): Promise<number> {
  // Loaded only now, so that the compile cache is on and wrong arguments are answered at once.
  const { diffDescriptions, readPolicy, PolicyError, toJson, toMarkdown, toText } = await import(
    "./index.ts"
  );
  const { DescriptionError } = await import("@visitors-api/codegen/load");
  try {
    const policy = readPolicy(join(dirname(description), "policy.yaml"));
    const difference = withNames(await diffDescriptions(base.path, description, policy), base.nameOf);
    process.stdout.write({ text: toText, markdown: toMarkdown, json: toJson }[format](difference));
    const { verdict } = difference;
    return failOn && verdict && verdicts.indexOf(verdict) <= verdicts.indexOf(failOn) ? 3 : 0;
  } catch (error) {
    if (error instanceof PolicyError) {
      console.error(error.message);
      return 1;
    }
    if (!(error instanceof DescriptionError)) throw error;
    for (const { file, line, column, message } of error.problems) {
      const name = base.nameOf(file);
      const shown = name === file ? relative(process.cwd(), file) || file : name;
      console.error(`${shown}:${line}:${column}: ${message.replaceAll(/\s*\n\s*/g, " ")}`);
    }
    return 1;
  }
}

function start(): { given: Arguments; base: Base } | number {
  try {
    const given = readArguments();
    if (given === "help") {
      console.log(usage);
      return 0;
    }
    return { given, base: findBase(given.asked, given.description) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    console.error(error instanceof BaseError ? message : `${message}\n\n${usage}`);
    return 2;
  }
}

// Whoever reads the report may stop before its end, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

const started = start();
if (typeof started === "number") process.exitCode = started;
else {
  try {
    process.exitCode = await main(started.given, started.base);
  } finally {
    started.base.dispose();
  }
}
