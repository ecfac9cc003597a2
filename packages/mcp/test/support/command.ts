import { existsSync } from "node:fs";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { type Run, runNode } from "@visitors-api/machine/run";
import { onTestFinished } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import type { AtEnd } from "./for-all-tests.ts";
import { variables } from "./own-api.ts";

/** The command as it is published: what `bin` names, built. */
export const command = fileURLToPath(new URL(`../../${packageJson.bin["visitors-mcp"]}`, import.meta.url));
if (!existsSync(command)) throw new Error(`${command} is missing: run the build of this package first`);

/** The revisions of the protocol that a client can open a connection with: by `initialize`, or without. */
export const revisions = [
  ["2025-11-25", "legacy"],
  ["2026-07-28", { pin: "2026-07-28" }],
] as const;

export type Revision = (typeof revisions)[number][1];

export interface StdioConnection {
  readonly client: Client;
  readonly transport: StdioClientTransport;
  /** All that the command has printed on standard error, once it has ended. */
  readonly printed: Promise<string>;
}

/** Has the official SDK's client start the command and connect to it over standard input and output. */
export async function connectStdio(
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
  revision: Revision = "legacy",
  atEnd: AtEnd = onTestFinished,
): Promise<StdioConnection> {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [command, ...args],
    // The client passes on only what every program needs.
    env: { PATH: process.env["PATH"] ?? "", NO_PROXY: "127.0.0.1", ...environment },
    stderr: "pipe",
  });
  if (transport.stderr === null) throw new Error("Standard error is not piped");
  // What is piped is a PassThrough.
  const printed = text(transport.stderr as Readable);
  const client = new Client({ name: "test", version: "1.0.0" }, { versionNegotiation: { mode: revision } });
  await client.connect(transport);
  atEnd(() => client.close());
  return { client, transport, printed };
}

/** None of the API's variables, whatever is set on this machine. */
const unset = Object.fromEntries(
  [...variables.credential, variables.baseUrl].map((name) => [name, undefined]),
);

/** Runs the command to its end. */
export function runCommand(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Run> {
  return runNode(command, args, {
    env: { ...unset, ...environment },
  });
}
