import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Target } from "../src/publish.ts";
import { release } from "../src/release.ts";
import { repository, writeChangeset } from "./support/repository.ts";

/** A registry that has some packages in version 0.1.0, and answers with a status for any other. For each npm is started once. */
async function target(root: string, has: readonly string[], otherwise = 404): Promise<Target> {
  const server = createServer((request, response) => {
    const name = decodeURIComponent(request.url ?? "").slice(1);
    const version = { name, version: "0.1.0", dist: { tarball: "", shasum: "" } };
    const body = { name, "dist-tags": { latest: "0.1.0" }, versions: { "0.1.0": version } };
    response.statusCode = has.includes(name) ? 200 : otherwise;
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify(response.statusCode === 200 ? body : { error: "no" }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const settings = join(root, "settings");
  mkdirSync(settings);
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  writeFileSync(join(settings, ".npmrc"), `cache=${join(settings, "cache")}\nfetch-retries=0\n`);
  writeFileSync(join(settings, "package.json"), "{}");
  return { settings, registry: `http://127.0.0.1:${port}`, repository: "somebody/api" };
}

test("while changesets are pending nothing is published, and what to type is said", async () => {
  const root = repository();
  writeChangeset(root, "fix", { client: "patch" }, "Waits less.");
  const nowhere = { settings: root, repository: undefined };
  await expect(release(root, nowhere, () => {})).rejects.toThrow(
    /pending: fix.*npm run release -- --version/,
  );
});

test("a version that the registry has is not published again", async () => {
  const root = repository(["spec", "packages/client"]);
  const lines: string[] = [];
  const has = await target(root, ["@visitors-api/spec", "@visitors-api/client"]);
  const published = await release(root, has, (line) => lines.push(line));
  expect(published).toEqual([]);
  expect(lines.at(-1)).toMatch(/^Nothing to publish: it has .*spec@0\.1\.0, .*client@0\.1\.0\.$/);
});

test("a package that does not say which repository it comes from is not published by a workflow", async () => {
  const root = repository(["packages/client"]);
  const empty = await target(root, []);
  await expect(release(root, empty, () => {})).rejects.toThrow(
    /^packages\/client\/package\.json has to say.*somebody\/api/,
  );
});

test("a registry that cannot answer stops the release", async () => {
  const root = repository(["packages/client"]);
  const failing = await target(root, [], 500);
  await expect(release(root, failing, () => {})).rejects.toThrow(/The registry could not be asked/);
});
