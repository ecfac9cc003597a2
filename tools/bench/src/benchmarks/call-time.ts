import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Benchmark } from "../benchmark.ts";
import type { Contender } from "../contenders/contender.ts";
import { waysToCall } from "../contenders/index.ts";
import { openapiFetch } from "../contenders/openapi-fetch.ts";
import { firstCallTask, longestAnswer, type Task } from "../description/call.ts";
import { ownDescriptionFile, readOwnDescription } from "../description/description.ts";
import { BenchmarkError } from "../harness/benchmark-error.ts";
import { bundle } from "../harness/bundle.ts";
import { spread, times } from "../harness/format.ts";
import { interleave } from "../harness/interleave.ts";
import { versioned } from "../harness/packages.ts";
import { callableModule } from "../harness/page.ts";
import { preparePublished } from "../harness/prepare.ts";
import { pairedRatio, summarize } from "../harness/statistics.ts";
import { stubFetch } from "../harness/stub-fetch.ts";

// Many short rounds: whatever else the machine does falls on few of them, and leaves the median alone.
const rounds = 100;
const callsInARound = 400;
/** Rounds that are thrown away, for the compiler to warm up. */
const warmUp = 20;

interface Caller {
  readonly contender: Contender;
  readonly run: () => Promise<unknown>;
}

export const callTime: Benchmark = {
  name: "call-time",
  title: "Time of a call over a stubbed fetch",
  method:
    "In one process, one call after the other; the platform's `fetch` is replaced by a function that answers at once with " +
    `1 KB of JSON. Microseconds for a call: the median of ${rounds - warmUp} rounds of ${callsInARound} calls, and the ` +
    "quartiles; beside openapi-fetch, the median of the rounds. Each round has all contenders in it, in an order that turns. Before that it is checked that all of them " +
    "send the same request and read the same answer.",
  async run() {
    const description = readOwnDescription();
    const task = firstCallTask(description);
    const stub = stubFetch(longestAnswer(description));
    try {
      const callers: Caller[] = [];
      for (const contender of waysToCall) callers.push(await prepare(contender, task));
      await checkThatAllAgree(callers, stub.recorded);
      const values = await interleave(callers, rounds, async ({ run }) => {
        const started = performance.now();
        for (let call = 0; call < callsInARound; call++) await run();
        return ((performance.now() - started) * 1000) / callsInARound;
      });
      const warm = values.map((all) => all.slice(warmUp));
      const base = warm[callers.findIndex(({ contender }) => contender === openapiFetch)];
      const results = callers.map(({ contender }, index) => {
        const own = warm[index] ?? [];
        return { contender, microseconds: summarize(own), ratio: pairedRatio(own, base) };
      });
      return {
        tables: [
          {
            columns: ["", "µs", "beside openapi-fetch", "retries, timeouts"],
            rows: results.map(({ contender, microseconds, ratio }) => [
              versioned(contender),
              spread(microseconds, 1),
              times(ratio),
              contender.isResilient ? "yes" : "no",
            ]),
          },
        ],
        values: results.map(({ contender, ...figures }) => ({ contender: versioned(contender), ...figures })),
      };
    } finally {
      stub.restore();
    }
  },
};

/** Bundled as for Node, so that nothing but a contender's own code is between the call and `fetch`. */
async function prepare(contender: Contender, task: Task): Promise<Caller> {
  const { folder, from } = await preparePublished(contender, "call-time", ownDescriptionFile);
  const { code } = await bundle(callableModule(contender.page, task, from), folder, "node");
  const file = join(folder, "call.mjs");
  writeFileSync(file, code);
  const { run } = await import(pathToFileURL(file).href);
  return { contender, run };
}

async function checkThatAllAgree(
  callers: readonly Caller[],
  recorded: (call: () => Promise<unknown>) => Promise<unknown>,
): Promise<void> {
  const seen: { readonly name: string; readonly what: string }[] = [];
  for (const { contender, run } of callers) {
    seen.push({ name: contender.name, what: JSON.stringify(await recorded(run)) });
  }
  for (const { name, what } of seen) {
    if (what !== seen[0]?.what) {
      throw new BenchmarkError(`${name} does other work than ${seen[0]?.name}:\n${what}\n${seen[0]?.what}`);
    }
  }
}
