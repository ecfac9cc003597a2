import type { Benchmark } from "../benchmark.ts";
import { token } from "../contenders/contender.ts";
import { ownDescriptionFile } from "../description/description.ts";
import { workFolder } from "../harness/folders.ts";
import { spread } from "../harness/format.ts";
import { interleave } from "../harness/interleave.ts";
import { McpSession } from "../harness/mcp-session.ts";
import { versioned } from "../harness/packages.ts";
import { summarize } from "../harness/statistics.ts";
import { mcpServers } from "../mcp-servers/index.ts";

const rounds = 15;

/** Nothing is called. */
const api = { description: ownDescriptionFile, url: "http://127.0.0.1:9", token };

export const mcpStart: Benchmark = {
  name: "mcp-start",
  title: "From the start of the process to the answer of `initialize`",
  method:
    "A process is started as a client does, and asked at once. The peers read the description when they start, or are generated of " +
    `it. Milliseconds: the median of ${rounds} interleaved rounds, after one that fills the caches, and the quartiles.`,
  async run() {
    const prepared = await Promise.all(
      mcpServers.map(async (server) => {
        const folder = workFolder("mcp-start", server.name);
        return { server, folder, command: await server.prepare(api, folder) };
      }),
    );
    const measure = async ({ command, folder }: (typeof prepared)[number]) => {
      const started = performance.now();
      const session = await McpSession.start(command, folder);
      const milliseconds = performance.now() - started;
      await session.stop();
      return milliseconds;
    };
    for (const one of prepared) await measure(one);
    const milliseconds = await interleave(prepared, rounds, measure);
    const results = prepared.map(({ server }, index) => ({
      server: versioned(server),
      milliseconds: summarize(milliseconds[index] ?? []),
    }));
    return {
      tables: [
        {
          columns: ["", "ms"],
          rows: results.map(({ server, milliseconds }) => [server, spread(milliseconds, 0)]),
        },
      ],
      values: results,
    };
  },
};
