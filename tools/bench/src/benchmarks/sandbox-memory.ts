import type { Benchmark } from "../benchmark.ts";
import { megabytes, nothing } from "../harness/format.ts";
import { load } from "../harness/load.ts";
import { versioned } from "../harness/packages.ts";
import type { Served } from "../harness/serve.ts";
import { withServers } from "../harness/with-servers.ts";

/** After so many requests the memory is looked at. */
const marks = [20_000, 80_000, 140_000, 200_000];

/** A server that would take longer than this is called less often. */
const patience = 60_000;

export const sandboxMemory: Benchmark = {
  name: "sandbox-memory",
  title: "Memory over 200 000 requests",
  method:
    "The servers of `sandbox-requests`, one after the other, after so many requests, as far as they take a minute: what their " +
    "objects take up when the garbage is collected, and the memory that the process had just before, with Node's own " +
    "settings. That is more than it needs: Node lets garbage wait as long as there is room.",
  run: () =>
    withServers("sandbox-memory", async (subjects) => {
      const results: { server: string; looks: Look[] }[] = [];
      for (const { server, served } of subjects) {
        const looks = [await look(served)];
        const started = performance.now();
        let sent = 0;
        for (const mark of marks) {
          const expected = sent === 0 ? 0 : ((performance.now() - started) / sent) * mark;
          if (expected > patience) break;
          await load(served.url, { answers: mark - sent });
          sent = mark;
          looks.push(await look(served));
        }
        results.push({ server: versioned(server), looks });
      }
      const columns = ["", "at first", ...marks.map((mark) => mark.toLocaleString("en").replace(",", " "))];
      return {
        tables: (["live", "resident"] as const).map((what) => ({
          caption: what === "live" ? "Objects in use" : "The process",
          columns,
          rows: results.map(({ server, looks }) => [
            server,
            ...looks.map(({ [what]: bytes }) => (bytes === undefined ? nothing : megabytes(bytes))),
          ]),
        })),
        values: results,
      };
    }),
};

interface Look {
  readonly resident: number | undefined;
  readonly live: number;
}

/** What the process has comes first: collecting the garbage changes it. */
async function look(served: Served): Promise<Look> {
  const resident = served.residentBytes();
  return { resident, live: await served.liveBytes() };
}
