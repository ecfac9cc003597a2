import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { type Started, start } from "@visitors-api/machine/start";
import { onTestFinished } from "vitest";
import { command, type Revision } from "./command.ts";
import type { AtEnd } from "./for-all-tests.ts";

export const accessToken = "the-token-of-a-test";

export interface ListeningCommand extends Started {
  readonly url: string;
}

/** Starts the command on a free port, and resolves when it listens. */
export async function startHttp(
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = { VISITORS_MCP_TOKEN: accessToken },
  atEnd: AtEnd = onTestFinished,
): Promise<ListeningCommand> {
  const env = { PATH: process.env["PATH"], NO_PROXY: "127.0.0.1", ...environment };
  const started = start(process.execPath, [command, "--http", "0", ...args], { env });
  atEnd(() => void started.process.kill());
  await started.printed(/Ctrl-C/);
  const [, url = ""] = /^URL: (\S+)$/m.exec(started.output()) ?? [];
  return { ...started, url };
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
