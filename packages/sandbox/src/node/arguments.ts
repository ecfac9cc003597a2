import { parseArgs } from "node:util";

/** The arguments are wrong; the message is one line that says which and what to do. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export interface Arguments {
  readonly port: number;
  readonly host: string;
  readonly token: string | undefined;
  readonly help: boolean;
  readonly version: boolean;
}

export const HELP = `Usage: visitors-sandbox [options]

Serves an API that behaves as the OpenAPI description of Update a visitor says. What it is told, it keeps in memory.

Options:
  --port <number>   port to listen on, 0 for a free one (default: 4010)
  --host <address>  address to listen on (default: 127.0.0.1, which no other machine can reach)
  --token <token>   the only bearer token to accept (default: any)
  --help            print this and exit
  --version         print the version and exit
`;

/** @throws UsageError */
export function readArguments(args: readonly string[]): Arguments {
  const { values } = parsed(args);
  return {
    port: readPort(values.port),
    host: values.host,
    token: readToken(values.token),
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
        help: { type: "boolean", default: false },
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

function readToken(token: string | undefined): string | undefined {
  // RFC 6750 § 2.1: what a bearer token may consist of, and what a shell and a header take as it is.
  if (token !== undefined && !/^[\w.~+/-]+=*$/.test(token)) {
    throw new UsageError("--token takes letters, digits and any of - . _ ~ + / with = at the end");
  }
  return token;
}
