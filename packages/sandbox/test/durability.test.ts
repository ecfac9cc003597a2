import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { start } from "./notes/command.ts";
import type { Running } from "./support/command.ts";
import { putRequest } from "./support/described-answers.ts";
import { temporaryFolder } from "./support/folder.ts";

async function started(...args: string[]): Promise<Running> {
  const running = await start(["--port", "0", ...args]);
  onTestFinished(() => running.signal("SIGKILL"));
  return running;
}

/** Sets a custom attribute that nobody else sets. */
async function mark(url: string, id: string, attribute: string): Promise<void> {
  const body = { id, labels: { [attribute]: true } };
  const response = await fetch(`${url}/notes`, putRequest(body));
  // Read to its end: only then is the update acknowledged.
  await response.text();
  if (response.status !== 200) throw new Error(`${attribute} was answered with ${response.status}`);
}

async function attributesOf(url: string, id: string): Promise<string[]> {
  const headers = { authorization: "Bearer any" };
  const response = await fetch(`${url}/_sandbox/notes/${id}`, { headers });
  const note = await response.json();
  return Object.keys(note.labels ?? {});
}

function filesWith(...notes: object[]): string[] {
  const folder = temporaryFolder();
  const seed = join(folder, "seed.json");
  writeFileSync(seed, JSON.stringify(notes));
  return ["--data", join(folder, "notes.db"), "--seed", seed];
}

test("every update that was acknowledged is there after kill -9, however often", async () => {
  const ids = ["a", "b", "c", "d", "e", "f"];
  const files = filesWith(...ids.map((id) => ({ id })));
  const acknowledged = new Map(ids.map((id) => [id, [] as string[]]));

  for (let round = 1; round <= 5; round++) {
    const running = await started(...files);
    for (const id of ids) {
      expect(await attributesOf(running.url, id)).toEqual(expect.arrayContaining(acknowledged.get(id) ?? []));
    }
    let left = 20 * round;
    const load = ids.map(async (id) => {
      for (let n = 0; ; n++) {
        await mark(running.url, id, `${round}-${n}`);
        acknowledged.get(id)?.push(`${round}-${n}`);
        left -= 1;
        // While the updates of the others are under way.
        if (left === 0) running.signal("SIGKILL");
      }
    });
    // Until the connection breaks.
    for (const { reason } of await failures(load)) expect(reason).toBeInstanceOf(TypeError);
    expect(await running.ended).toBeNull();
    expect(left).toBeLessThanOrEqual(0);
  }

  const { url } = await started(...files);
  for (const id of ids) {
    const kept = await attributesOf(url, id);
    expect(kept).toEqual(expect.arrayContaining(acknowledged.get(id) ?? []));
    // At most the one update of each round that was under way may be there without having been acknowledged.
    expect(kept.length - (acknowledged.get(id)?.length ?? 0)).toBeLessThanOrEqual(5);
  }
});

test("two processes that start on one new file, and write at the same time, lose no update", async () => {
  const files = filesWith({ id: "a" }, { id: "b" });
  const processes = await Promise.all([started(...files), started(...files)]);
  const made = processes.map(
    (running) => /^Data: .*, (new|as it was left), with 2 notes/m.exec(running.output())?.[1],
  );
  expect(made.sort()).toEqual(["as it was left", "new"]);

  const attributes = processes.flatMap((_, process) =>
    Array.from({ length: 150 }, (_, n) => ({ process, attribute: `${process}-${n}` })),
  );
  await Promise.all(
    attributes.map(({ process, attribute }) => mark(processes[process]?.url ?? "", "a", attribute)),
  );
  for (const { url } of processes) {
    expect((await attributesOf(url, "a")).sort()).toEqual(
      attributes.map(({ attribute }) => attribute).sort(),
    );
  }
});

test("a file keeps its notes, and says how to go back to those of --seed", async () => {
  const files = filesWith({ id: "a" });
  const first = await started(...files);
  await mark(first.url, "a", "changed");
  first.signal("SIGTERM");
  expect(await first.ended).toBe(0);

  const second = await started(...files);
  expect(second.output()).toMatch(
    /^Data: .*notes\.db, as it was left, with 1 note; POST \/_sandbox\/reset goes back to seed\.json$/m,
  );
  expect(await attributesOf(second.url, "a")).toEqual(["changed"]);
  await fetch(`${second.url}/_sandbox/reset`, { method: "POST", headers: { authorization: "Bearer any" } });
  expect(await attributesOf(second.url, "a")).toEqual([]);
});

async function failures(work: readonly Promise<unknown>[]): Promise<PromiseRejectedResult[]> {
  const results = await Promise.allSettled(work);
  return results.filter((result) => result.status === "rejected");
}
