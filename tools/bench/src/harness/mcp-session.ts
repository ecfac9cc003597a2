import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { McpCommand } from "../mcp-servers/mcp-server.ts";
import { BenchmarkError } from "./benchmark-error.ts";

export interface ListedTool {
  readonly name: string;
}

export interface CallResult {
  readonly isError?: boolean;
  readonly content: readonly { readonly text?: string }[];
}

/** A revision of the protocol that all of them speak. */
const protocolVersion = "2025-06-18";

/** A server of the Model Context Protocol in a process of its own, asked with as little code as there can be. */
export class McpSession {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;
  #asked = 0;

  private constructor({ args, env }: McpCommand, cwd: string) {
    this.#child = spawn(process.execPath, [...args], { cwd, env: { ...process.env, ...env } });
    this.#child.stderr.resume();
    this.#lines = createInterface(this.#child.stdout)[Symbol.asyncIterator]();
  }

  /** Resolves when `initialize` is answered. */
  static async start(command: McpCommand, cwd: string): Promise<McpSession> {
    const session = new McpSession(command, cwd);
    const clientInfo = { name: "bench", version: "1.0.0" };
    await session.#ask("initialize", { protocolVersion, capabilities: {}, clientInfo });
    session.#send({ method: "notifications/initialized" });
    return session;
  }

  async tools(): Promise<readonly ListedTool[]> {
    // What the protocol says of the result.
    return ((await this.#ask("tools/list", {})) as { readonly tools: readonly ListedTool[] }).tools;
  }

  async call(name: string, given: Readonly<Record<string, unknown>>): Promise<CallResult> {
    // The same.
    return (await this.#ask("tools/call", { name, arguments: given })) as CallResult;
  }

  async stop(): Promise<void> {
    const exit = once(this.#child, "exit");
    this.#child.kill();
    await exit;
  }

  #send(message: object): void {
    this.#child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
  }

  async #ask(method: string, params: object): Promise<unknown> {
    const id = ++this.#asked;
    this.#send({ id, method, params });
    for (;;) {
      const { value, done } = await this.#lines.next();
      if (done)
        throw new BenchmarkError(`${this.#child.spawnargs.join(" ")} ended before it answered ${method}.`);
      const answer: { readonly id?: number; readonly result?: unknown; readonly error?: object } =
        JSON.parse(value);
      if (answer.id !== id) continue;
      if (answer.error) throw new BenchmarkError(`${method}: ${JSON.stringify(answer.error)}`);
      return answer.result;
    }
  }
}
