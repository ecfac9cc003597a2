import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { start } from "@visitors-api/machine/start";

const redocly = fileURLToPath(import.meta.resolve("@redocly/cli/bin/cli.js"));

export interface RedoclyProxyOptions {
  /** Where it passes requests on to. */
  readonly target: string;
  /** The description, as a file. */
  readonly api: string;
  /** The file that it writes traffic to. */
  readonly har: string;
  /** Where it runs: a folder that has no settings of Redocly in it. */
  readonly folder: string;
  /** Called with each line that it says of the traffic. */
  readonly show: (line: string) => void;
}

export interface RedoclyProxy {
  /** Where it listens. */
  readonly url: string;
  /** Its exit code: 1 when something was not as described. */
  readonly ended: Promise<number>;
  /** Has it show its report, and resolves when it has ended. */
  stop(): Promise<number>;
}

/** What it says of itself, which is said in other words here: who uses it does not see where it listens. */
const ownWords =
  /^(Proxy listening on|Proxy request failed|Recording traffic to|Validating live|Press Ctrl\+C|Shutting down|Captured) ?/;

/**
 * Starts `redocly proxy`, which passes requests on and holds each, and its answer, against a description.
 *
 * @throws {Error} when it ends before it listens.
 */
export async function startRedoclyProxy(options: RedoclyProxyOptions): Promise<RedoclyProxy> {
  const { target, api, har, folder, show } = options;
  const started = start(
    process.execPath,
    // The hosts are those of this machine, and not those of the description's servers.
    [
      redocly,
      "proxy",
      "--target",
      target,
      "--api",
      api,
      "--har",
      har,
      "--port",
      "0",
      "--match-mode",
      "basepath",
    ],
    {
      cwd: folder,
      env: {
        ...process.env,
        NO_PROXY: "127.0.0.1",
        no_proxy: "127.0.0.1",
        REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
        REDOCLY_TELEMETRY: "off",
      },
      // Away from the terminal's Ctrl-C: a second signal would end it before its report.
      detached: true,
    },
  );
  const { process: child } = started;
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on("line", (line) => ownWords.test(line) || show(line));
  }
  const [, url = ""] = await started.printed(/^Proxy listening on (\S+)/m);
  const ended = started.ended.then((code) => code ?? 1);
  return {
    url,
    ended,
    stop() {
      child.kill("SIGINT");
      return ended;
    },
  };
}
