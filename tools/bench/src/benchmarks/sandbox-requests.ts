import type { Benchmark } from "../benchmark.ts";
import { nothing, percent, spread, times } from "../harness/format.ts";
import { interleave } from "../harness/interleave.ts";
import { load } from "../harness/load.ts";
import { versioned } from "../harness/packages.ts";
import { pairedRatio, summarize } from "../harness/statistics.ts";
import { withServers } from "../harness/with-servers.ts";
import { bareHandler } from "../servers/index.ts";

const rounds = 15;
const milliseconds = 1500;

export const sandboxRequests: Benchmark = {
  name: "sandbox-requests",
  title: "Requests per second over a socket",
  method:
    "Each server is a process on one CPU, and called by another process on another CPU, over 32 connections that are kept " +
    "alive. The request is the example of the first operation; every answer has to be a 200, and the first of each server " +
    `what was asked for. Answers per second: the median of ${rounds} interleaved rounds of ${milliseconds / 1000} s, and ` +
    "the quartiles; beside the bare handler, the median of the rounds. Then the time that the server was on its CPU for " +
    "each answer, which hangs less on what else the machine does, and the answers for that time beside the bare handler's; and " +
    "how much of the time the calling process was on its own CPU: at 100 % it would be what is measured.",
  run: () =>
    withServers("sandbox-requests", async (subjects) => {
      for (const { served } of subjects) await load(served.url, { milliseconds: 2 * milliseconds });
      const cpuTimes = subjects.map((): number[] => []);
      const busyness = subjects.map((): number[] => []);
      const rates = await interleave(subjects, rounds, async ({ served }) => {
        const index = subjects.findIndex((subject) => subject.served === served);
        const before = served.cpuMilliseconds();
        const result = await load(served.url, { milliseconds });
        const after = served.cpuMilliseconds();
        if (before !== undefined && after !== undefined) {
          cpuTimes[index]?.push(((after - before) * 1000) / result.answers);
        }
        busyness[index]?.push(result.busy);
        return (result.answers * 1000) / result.milliseconds;
      });
      const bareIndex = subjects.findIndex(({ server }) => server === bareHandler);
      const results = subjects.map(({ server }, index) => {
        const own = rates[index] ?? [];
        const cpu = cpuTimes[index] ?? [];
        return {
          server,
          perSecond: summarize(own),
          ratio: pairedRatio(own, rates[bareIndex]),
          cpuMicroseconds: cpu.length > 0 ? summarize(cpu) : undefined,
          ratioByCpu: cpu.length > 0 ? pairedRatio(cpuTimes[bareIndex] ?? [], cpu) : undefined,
          busy: summarize(busyness[index] ?? []),
        };
      });
      return {
        tables: [
          {
            columns: [
              "",
              "what it does",
              "requests/s",
              "beside bare",
              "CPU µs each",
              "beside bare",
              "caller busy",
            ],
            rows: results.map(({ server, perSecond, ratio, cpuMicroseconds, ratioByCpu, busy }) => [
              versioned(server),
              server.does,
              spread(perSecond, 0),
              times(ratio),
              cpuMicroseconds ? spread(cpuMicroseconds, 1) : nothing,
              times(ratioByCpu),
              percent(busy.median),
            ]),
          },
        ],
        values: results.map(({ server, ...figures }) => ({ server: versioned(server), ...figures })),
      };
    }),
};
