import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Verdict, verdicts } from "./difference.ts";

export const usage = `Usage: npm run spec:diff -- [base] [--format <format>] [--level <verdict>] [--operation <id>] [--fail-on <verdict>]

  [base]                What to compare with: a file, a URL, a released version, or a revision of git (\`HEAD^\`, or
                        \`HEAD^:path\` where the description had another name). Default: the last release.
  --description <file>  What to compare. Default: spec/openapi.yaml. A policy.yaml and an accepted-changes.yaml beside it
                        are kept to.
  --format <format>     text (default), markdown, html, json, junit, or github: annotations for a workflow.
  --level <verdict>     Show what is as strict as this, or stricter. Default: documentation, and so all of it;
                        of github breaking.
  --operation <id>      Look at this operation alone: its operationId, or "GET /pets". May be repeated.
  --fail-on <verdict>   Fail when the verdict is this one or a stricter one: documentation, additive or breaking.
  --lenient             Read mistakes that have one sensible reading so, and warn. The base always is read so.

Exit codes: 0 compared, or nothing has been released yet; 1 a description cannot be used; 2 wrong arguments; 3 --fail-on, and the
verdict is as strict.`;

export const formats = ["text", "markdown", "html", "json", "junit", "github"] as const;

export interface Arguments {
  readonly asked: string | undefined;
  readonly description: string;
  readonly format: (typeof formats)[number];
  /** Undefined for what the format shows by itself. */
  readonly level: Verdict | undefined;
  readonly operations: readonly string[];
  readonly failOn: Verdict | undefined;
  readonly lenient: boolean;
}

/** @throws {Error} that says what is wrong with them. */
export function readArguments(args: readonly string[]): Arguments | "help" {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      description: { type: "string", default: join(import.meta.dirname, "../../../spec/openapi.yaml") },
      format: { type: "string", default: "text" },
      level: { type: "string" },
      operation: { type: "string", multiple: true, default: [] },
      "fail-on": { type: "string" },
      lenient: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return "help";
  const [asked, ...rest] = positionals;
  if (rest.length > 0) throw new Error(`One base at a time; there is also ${rest.join(", ")}.`);
  return {
    asked,
    description: resolve(values.description),
    format: oneOf("format", formats, values.format),
    level: verdictIn(values.level),
    operations: values.operation,
    failOn: verdictIn(values["fail-on"]),
    lenient: values.lenient,
  };
}

function verdictIn(given: string | undefined): Verdict | undefined {
  return given === undefined ? undefined : oneOf("verdict", verdicts, given);
}

function oneOf<T extends string>(what: string, all: readonly T[], given: string): T {
  const known = all.find((name) => name === given);
  if (known !== undefined) return known;
  throw new Error(`There is no ${what} "${given}". The ${what}s are ${all.join(", ")}.`);
}
