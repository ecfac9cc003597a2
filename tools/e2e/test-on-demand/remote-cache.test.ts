import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Run, runNode } from "@visitors-api/machine/run";
import { copyWorkTree } from "@visitors-api/release/copy";
import { expect, test } from "vitest";
import { tamper } from "../support/cache-artifact.ts";
import { startCacheServer } from "../support/cache-server.ts";
import { root, temporaryFolder } from "../support/folders.ts";

const bundle = "spec/dist/openapi.json";
const built = [bundle, "packages/client/dist/index.js", "packages/sandbox/dist/index.js"];
const tasks = ["@visitors-api/spec#bundle", "@visitors-api/client#build", "@visitors-api/sandbox#build"];

const team = "team_here";
const token = "what the server asks for";

async function clone(): Promise<string> {
  const folder = await temporaryFolder();
  await copyWorkTree(root, folder);
  return folder;
}

/** With the settings that CONTRIBUTING.md names; nothing is kept in the clone. */
function runTasks(folder: string, tasks: readonly string[], url: string): Promise<Run> {
  const turbo = join(root, "node_modules/turbo/bin/turbo");
  return runNode(turbo, ["--skip-infer", "run", ...tasks, "--output-logs=hash-only"], {
    cwd: folder,
    env: {
      TURBO_API: url,
      TURBO_TEAM: team,
      TURBO_TOKEN: url === "" ? "" : token,
      TURBO_REMOTE_CACHE_SIGNATURE_KEY: "known to everybody who builds, and to nobody else",
      TURBO_CACHE: url === "" ? "local:rw" : "remote:rw",
    },
  });
}

function results(folder: string): Promise<string[]> {
  return Promise.all(built.map((file) => readFile(join(folder, file), "utf8")));
}

test("what one clone builds, another one has from the server, unless it was tampered with there", async () => {
  const store = await temporaryFolder();
  const url = await startCacheServer(store, token);
  const [one, other] = await Promise.all([clone(), clone()]);

  const first = await runTasks(one, tasks, url);
  expect(first.status, first.output).toBe(0);
  expect(first.output).toMatch(/Cached: +0 cached, 4 total/);
  const honest = await results(one);

  const second = await runTasks(other, tasks, url);
  expect(second.status, second.output).toBe(0);
  expect(second.output).toMatch(/Cached: +4 cached, 4 total/);
  expect(await results(other)).toEqual(honest);

  const [, hash = ""] = /spec:bundle: cache hit, suppressing logs (\w+)/.exec(second.output) ?? [];
  const artifact = join(store, team, hash);
  await tamper(artifact, '"paths"', '"pathz"');
  await rm(join(other, bundle));

  const third = await runTasks(other, tasks, url);
  expect(third.status, third.output).toBe(0);
  expect(third.output).toMatch(/spec:bundle: cache miss, executing/);
  expect(third.output).toMatch(/Cached: +3 cached, 4 total/);
  expect(await results(other)).toEqual(honest);

  // Only the signature is in the way of such an artifact: without it, turbo takes it.
  const settings = join(other, "turbo.json");
  const unsigned = (await readFile(settings, "utf8")).replace('"signature": true', '"signature": false');
  await writeFile(settings, unsigned);
  await tamper(artifact, '"paths"', '"pathz"');
  await rm(join(other, bundle));
  const fourth = await runTasks(other, ["@visitors-api/spec#bundle"], url);
  expect(fourth.output).toMatch(/spec:bundle: cache hit/);
  expect(await readFile(join(other, bundle), "utf8")).toContain('"pathz"');
});

test("without a server nothing is warned of", async () => {
  const { status, output } = await runTasks(await clone(), ["@visitors-api/spec#lint"], "");
  expect(status, output).toBe(0);
  expect(output).toContain("Remote caching disabled");
  expect(output).not.toMatch(/warn/i);
});
