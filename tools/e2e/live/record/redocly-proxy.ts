import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

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
  const child = spawn(
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
      stdio: ["ignore", "pipe", "pipe"],
      // Away from the terminal's Ctrl-C: a second signal would end it before its report.
      detached: true,
    },
  );
  process.once("exit", () => child.kill());
  const ended = new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
  const url = await listening(child, ended, show);
  return {
    url,
    ended,
    stop() {
      child.kill("SIGINT");
      return ended;
    },
  };
}

function listening(
  child: ChildProcess,
  ended: Promise<number>,
  show: (line: string) => void,
): Promise<string> {
  const said: string[] = [];
  return new Promise((resolve, reject) => {
    const readLine = (line: string) => {
      said.push(line);
      const [, url] = /^Proxy listening on (\S+)/.exec(line) ?? [];
      if (url !== undefined) resolve(url);
      if (!ownWords.test(line)) show(line);
    };
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface({ input: stream }).on("line", readLine);
    }
    ended.then(
      (code) => reject(new Error(`redocly proxy ended with ${code}. It said: ${said.join("\n").trim()}`)),
      reject,
    );
  });
}
