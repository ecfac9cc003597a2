import { parseArgs } from "node:util";
import { UsageError } from "@visitors-api/machine/usage-error";
import { CONDUCT_FLAGS, type Conduct, readConduct } from "./conduct.ts";
import { DESCRIPTION_FLAGS, type DescriptionSource, readDescriptionSource } from "./description/flags.ts";

export interface Arguments {
  readonly port: number;
  readonly host: string;
  readonly token: string | undefined;
  /** The file to keep the collections in; undefined to keep them in memory. */
  readonly data: string | undefined;
  /** The file with the items to start with. */
  readonly seed: string | undefined;
  /** Undefined for the description that the sandbox comes with. */
  readonly description: DescriptionSource | undefined;
  readonly conduct: Conduct;
  readonly help: boolean;
  readonly version: boolean;
}

/** @throws UsageError */
export function readArguments(args: readonly string[]): Arguments {
  const { values } = parsed(args);
  return {
    port: readPort(values.port),
    host: nonEmpty("--host", "an address", values.host),
    token: readToken(values.token),
    data: values.data === undefined ? undefined : nonEmpty("--data", "a file", values.data),
    seed: values.seed === undefined ? undefined : nonEmpty("--seed", "a file", values.seed),
    description: readDescriptionSource(values),
    conduct: readConduct(values),
    help: values.help,
    version: values.version,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: "string", default: "4010" },
        host: { type: "string", default: "127.0.0.1" },
        token: { type: "string" },
        data: { type: "string" },
        seed: { type: "string" },
        ...DESCRIPTION_FLAGS,
        ...CONDUCT_FLAGS,
        help: { type: "boolean", short: "h", default: false },
        version: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    // parseArgs adds advice on `--` after the first sentence.
    const [reason = ""] = (error instanceof Error ? error.message : String(error)).split(/\. |\n/, 1);
    throw new UsageError(reason.replace(/\.$/, ""));
  }
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) {
    throw new UsageError(`--port takes a number from 0 to 65535, not ${JSON.stringify(text)}`);
  }
  return port;
}

/** An empty host would listen on every address, and an empty file name is what a shell makes of an unset variable. */
function nonEmpty(flag: string, what: string, text: string): string {
  if (text === "") throw new UsageError(`${flag} takes ${what}, not an empty text`);
  return text;
}

function readToken(token: string | undefined): string | undefined {
  // RFC 6750 § 2.1: what a bearer token may consist of, and what a shell and a header take as it is.
  if (token !== undefined && !/^[\w.~+/-]+=*$/.test(token)) {
    throw new UsageError("--token takes letters, digits and any of - . _ ~ + / with = at the end");
  }
  return token;
}
