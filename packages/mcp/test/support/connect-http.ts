import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { limits } from "@visitors-api/machine/limits";
import { onTestFinished } from "vitest";
import { command, type Revision } from "./command.ts";
import type { AtEnd } from "./for-all-tests.ts";

export const accessToken = "the-token-of-a-test";

export interface ListeningCommand {
  readonly url: string;
  readonly process: ChildProcessWithoutNullStreams;
  /** All that it has printed so far. */
  output(): string;
  /** Resolves when this has been printed. */
  printed(pattern: RegExp): Promise<string>;
}

/** Starts the command on a free port, and resolves when it listens. */
export async function startHttp(
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = { VISITORS_MCP_TOKEN: accessToken },
  atEnd: AtEnd = onTestFinished,
): Promise<ListeningCommand> {
  const child = spawn(process.execPath, [command, "--http", "0", ...args], {
    env: { PATH: process.env["PATH"], NO_PROXY: "127.0.0.1", ...environment },
    timeout: limits.process,
  });
  let output = "";
  let ended = false;
  const progress = new EventEmitter();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (data: string) => {
      output += data;
      progress.emit("news");
    });
  }
  child.once("close", () => {
    ended = true;
    progress.emit("news");
  });
  atEnd(() => void child.kill());
  async function printed(pattern: RegExp): Promise<string> {
    for (;;) {
      const [found] = pattern.exec(output) ?? [];
      if (found !== undefined) return found;
      if (ended) throw new Error(`The command ended, and did not print ${pattern}:\n${output}`);
      await once(progress, "news");
    }
  }
  await printed(/Ctrl-C/);
  const [, url = ""] = /^URL: (\S+)$/m.exec(output) ?? [];
  return { url, process: child, output: () => output, printed };
}

/** Has the official SDK's client connect to a server over HTTP. */
export async function connectHttp(
  url: string,
  revision: Revision,
  token = accessToken,
  atEnd: AtEnd = onTestFinished,
): Promise<Client> {
  const transport = new StreamableHTTPClientTransport(new URL(url), {
    requestInit: { headers: { Authorization: `Bearer ${token}` } },
  });
  const client = new Client({ name: "test", version: "1.0.0" }, { versionNegotiation: { mode: revision } });
  await client.connect(transport);
  atEnd(() => client.close());
  return client;
}
