import type { Benchmark } from "../benchmark.ts";
import { workFolder } from "../harness/folders.ts";
import { spread } from "../harness/format.ts";
import { interleave } from "../harness/interleave.ts";
import { checkAnswer, measuredRequest } from "../harness/load.ts";
import { versioned } from "../harness/packages.ts";
import { serve } from "../harness/serve.ts";
import { summarize } from "../harness/statistics.ts";
import { servers } from "../servers/index.ts";

const rounds = 15;

export const sandboxStart: Benchmark = {
  name: "sandbox-start",
  title: "From the start of the process to the first answer",
  method:
    "A process is started, asked as soon as it prints its URL, and stopped when it has answered. This repository's is the " +
    "command that people start; the others are the shortest scripts that serve. Milliseconds: the median of " +
    `${rounds} interleaved rounds, after one that fills the caches, and the quartiles.`,
  async run() {
    const measure = async (server: (typeof servers)[number]) => {
      const folder = workFolder("sandbox-start", server.name);
      const started = performance.now();
      const served = await serve((server.start ?? server.command)(folder), folder);
      try {
        const { path, ...init } = measuredRequest();
        await checkAnswer(server.name, () => fetch(served.url + path, init));
        return performance.now() - started;
      } finally {
        await served.stop();
      }
    };
    for (const server of servers) await measure(server);
    const milliseconds = await interleave(servers, rounds, measure);
    const results = servers.map((server, index) => ({
      server,
      milliseconds: summarize(milliseconds[index] ?? []),
    }));
    return {
      tables: [
        {
          columns: ["", "ms"],
          rows: results.map(({ server, milliseconds }) => [versioned(server), spread(milliseconds, 0)]),
        },
      ],
      values: results.map(({ server, milliseconds }) => ({ server: versioned(server), milliseconds })),
    };
  },
};
