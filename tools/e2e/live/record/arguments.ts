import { UsageError } from "@visitors-api/machine/usage-error";
import { isLoopback } from "../loopback.ts";
import { parseOptions } from "../parse-options.ts";

export interface Arguments {
  /** The API that requests go to. */
  readonly target: URL;
  readonly port: number;
  /** The file that the traffic is kept in; undefined to keep none. */
  readonly har: string | undefined;
}

export const help = `Usage: npm run record -- <url of an API> [options]

Passes requests on to an API, and holds them and its answers against the description in spec/ (redocly proxy).
Ctrl-C ends it with a report. Credentials are passed on, and are in no file.

Options:
  --port <number>  The port on this machine to point a client at; 0 takes a free one. Default: 4040
  --har <file>     Keeps the traffic, as an HTTP archive without credentials. Default: it is gone with the report
  --help           Print this.

Exit 0: nothing was found to be wrong. 1: something was, or it could not be done. 2: the arguments are wrong.`;

/**
 * @returns undefined when help is asked for.
 * @throws UsageError
 */
export function readArguments(args: readonly string[]): Arguments | undefined {
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options: {
      port: { type: "string", default: "4040" },
      har: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return undefined;
  const [target, ...others] = positionals;
  if (target === undefined || others.length > 0) {
    throw new UsageError("give the URL of one API, such as https://api.example.com");
  }
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65535) {
    throw new UsageError(`--port takes a number from 0 to 65535, not ${JSON.stringify(values.port)}`);
  }
  if (values.har === "") throw new UsageError("--har takes a file, not an empty text");
  return { target: readTarget(target), port, har: values.har };
}

/** Over plain HTTP, whoever stands between would see the credentials. */
function readTarget(text: string): URL {
  const url = URL.parse(text);
  if (url !== null && (url.username !== "" || url.password !== "")) {
    throw new UsageError("give the URL without credentials, and the client has them as always");
  }
  if (url !== null && (url.protocol === "https:" || isLoopback(url))) return url;
  throw new UsageError(
    `an API has an https URL, or an http one on this machine, and ${JSON.stringify(text)} is neither`,
  );
}
