import type { Benchmark } from "../benchmark.ts";
import { token } from "../contenders/contender.ts";
import { firstCallTask, longestAnswer } from "../description/call.ts";
import { ownDescriptionFile, readOwnDescription } from "../description/description.ts";
import { BenchmarkError } from "../harness/benchmark-error.ts";
import { workFolder } from "../harness/folders.ts";
import { nothing, spread } from "../harness/format.ts";
import { interleave } from "../harness/interleave.ts";
import { McpSession } from "../harness/mcp-session.ts";
import { versioned } from "../harness/packages.ts";
import { serve } from "../harness/serve.ts";
import { summarize } from "../harness/statistics.ts";
import { mcpServers } from "../mcp-servers/index.ts";
import type { McpServer } from "../mcp-servers/mcp-server.ts";
import { bareHandler } from "../servers/index.ts";

const rounds = 40;
const callsInARound = 25;
/** Rounds that are thrown away, for the compilers to warm up. */
const warmUp = 10;

interface Caller {
  readonly name: string;
  readonly does: string;
  readonly call: () => Promise<unknown>;
  readonly stop: () => Promise<void>;
}

export const mcpCallTime: Benchmark = {
  name: "mcp-call-time",
  title: "Time of a call of a tool",
  method:
    "A tool is called over standard input and output, one call after the other, and calls a bare server on this machine. Beside it " +
    "stands the client's method, which calls that server from the process that measures; what a tool takes more is the last column. " +
    `Milliseconds: the median of ${rounds - warmUp} interleaved rounds of ${callsInARound} calls, and the quartiles.`,
  async run() {
    const [call] = firstCallTask(readOwnDescription()).calls;
    if (call === undefined) throw new BenchmarkError("The description has no operation.");
    const folder = workFolder("mcp-call-time", "api");
    const server = await serve(bareHandler.command(folder), folder);
    const callers: Caller[] = [];
    try {
      callers.push(await clientCaller(call, server.url));
      for (const mcp of mcpServers) callers.push(await toolCaller(mcp, call.body, server.url));
      const milliseconds = await interleave(callers, rounds, async ({ call: callOnce }) => {
        const started = performance.now();
        for (let count = 0; count < callsInARound; count++) await callOnce();
        return (performance.now() - started) / callsInARound;
      });
      const warm = milliseconds.map((all) => all.slice(warmUp));
      const results = callers.map(({ name, does }, index) => ({
        name,
        does,
        milliseconds: summarize(warm[index] ?? []),
        more: summarize((warm[index] ?? []).map((value, round) => value - (warm[0]?.[round] ?? 0))),
      }));
      return {
        tables: [
          {
            columns: ["", "does", "ms", "more than the client"],
            rows: results.map(({ name, does, milliseconds, more }, index) => [
              name,
              does,
              spread(milliseconds, 2),
              index === 0 ? nothing : spread(more, 2),
            ]),
          },
        ],
        values: results,
      };
    } finally {
      await Promise.all(callers.map(({ stop }) => stop()));
      await server.stop();
    }
  },
};

/** @throws {BenchmarkError} when the tool answers something else than the server does. */
async function toolCaller(mcp: McpServer, body: unknown, url: string): Promise<Caller> {
  const folder = workFolder("mcp-call-time", mcp.name);
  const api = { description: ownDescriptionFile, url, token };
  const session = await McpSession.start(await mcp.prepare(api, folder), folder);
  const [tool] = await session.tools();
  const given = mcp.argumentsOf(body);
  const call = () => session.call(tool?.name ?? "", given);
  const { isError, content } = await call();
  const said = content.map(({ text = "" }) => text).join("\n");
  const answer = Object.values<unknown>(JSON.parse(longestAnswer(readOwnDescription())));
  if (isError || answer.some((value) => typeof value === "string" && !said.includes(value))) {
    await session.stop();
    throw new BenchmarkError(`${mcp.name} answers what was not asked for: ${said}`);
  }
  return { name: versioned(mcp), does: mcp.does, call, stop: () => session.stop() };
}

async function clientCaller(
  { operationId, body }: { readonly operationId: string; readonly body?: object },
  baseUrl: string,
): Promise<Caller> {
  // Not before it is needed: the command can say what there is to measure before anything is built.
  const { createClient } = await import("@visitors-api/client");
  // The method is one that the description names, and its schemes say what the credential is called.
  const options = { token, baseUrl } as unknown as Parameters<typeof createClient>[0];
  const client = createClient(options) as unknown as Record<string, (input: unknown) => Promise<unknown>>;
  const method = client[operationId];
  if (method === undefined) throw new BenchmarkError(`The client has no ${operationId}.`);
  const name = "the client's method, in process";
  return { name, does: "retries", call: () => method(body ?? {}), stop: async () => {} };
}
