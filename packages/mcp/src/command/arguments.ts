import { parseArgs } from "node:util";
import { UsageError } from "@visitors-api/machine/usage-error";
import type { Selection } from "../tools/select-operations.ts";

export interface Arguments {
  readonly selection: Selection;
  /** The port to listen on; undefined for standard input and output. */
  readonly http: number | undefined;
  readonly verbose: boolean;
  readonly help: boolean;
  readonly version: boolean;
}

/** @throws {UsageError} */
export function readArguments(args: readonly string[]): Arguments {
  const values = parsed(args);
  return {
    selection: {
      tools: listOf("--tools", values.tools),
      tags: listOf("--tag", values.tag),
      isReadOnly: values["read-only"],
    },
    http: values.http === undefined ? undefined : portOf(values.http),
    verbose: values.verbose,
    help: values.help,
    version: values.version,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        tools: { type: "string", multiple: true, default: [] },
        tag: { type: "string", multiple: true, default: [] },
        "read-only": { type: "boolean", default: false },
        http: { type: "string" },
        verbose: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
        version: { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    // parseArgs adds advice on `--` after the first sentence.
    const [reason = ""] = (error instanceof Error ? error.message : String(error)).split(/\. |\n/, 1);
    throw new UsageError(reason.replace(/\.$/, ""));
  }
}

function listOf(flag: string, values: readonly string[]): string[] {
  const names = values.flatMap((value) => value.split(",")).map((name) => name.trim());
  if (names.includes("")) throw new UsageError(`${flag} takes names with commas between, and one is empty`);
  return names;
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) {
    throw new UsageError(`--http takes a port from 0 to 65535, not ${JSON.stringify(text)}`);
  }
  return port;
}
