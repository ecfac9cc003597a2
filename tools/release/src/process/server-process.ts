import { spawn } from "node:child_process";

export interface ServerProcess {
  /** What it printed first that is a URL. */
  readonly url: string;
  /** What it has printed so far. */
  output(): string;
  /** Ends the process, and waits until it is gone. */
  stop(): Promise<void>;
}

/**
 * Starts a command that prints the URL at which it listens. It ends with this process, at the latest.
 *
 * @throws {Error} with what it printed, when it ends or has printed none within a minute.
 */
export async function startServerProcess(
  command: string,
  args: readonly string[],
  { cwd }: { readonly cwd?: string } = {},
): Promise<ServerProcess> {
  const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
  const end = () => child.kill("SIGTERM");
  process.once("exit", end);
  const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));
  closed.then(() => process.off("exit", end));
  const stop = async () => {
    end();
    const force = setTimeout(() => child.kill("SIGKILL"), 5000);
    await closed;
    clearTimeout(force);
  };
  let output = "";
  try {
    const url = await new Promise<string>((resolve, reject) => {
      const fail = (what: string) => reject(new Error(`${command} ${what}:\n${output}`));
      const late = setTimeout(() => fail("printed no URL within a minute"), 60_000);
      child.once("error", ({ message }) => fail(`could not be started, ${message}`));
      closed.then(() => fail("ended")).finally(() => clearTimeout(late));
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding("utf8").on("data", (text: string) => {
          output += text;
          const [found] = /https?:\/\/[\w.[\]:]+:\d+/.exec(output) ?? [];
          if (found === undefined) return;
          clearTimeout(late);
          resolve(found);
        });
      }
    });
    return { url, output: () => output, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
