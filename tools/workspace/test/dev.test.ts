import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Started, start } from "@visitors-api/machine/start";
import { afterAll, beforeAll, expect, test } from "vitest";
import { repositoryCopy } from "./support/repository-copy.ts";

let copy: string;
let dev: Started;
/** How much of its output was read when something was last edited. */
let read = 0;

/** Without what Vitest tells its own tests of: Astro's server has no pages where it finds itself in one. */
function usersEnvironment(): NodeJS.ProcessEnv {
  const told = /^(VITEST|TEST$|NODE_ENV$|MODE$|DEV$|PROD$|SSR$|BASE_URL$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !told.test(name)));
}

beforeAll(async () => {
  copy = await repositoryCopy();
  dev = start(process.execPath, [join(copy, "tools/workspace/src/dev.ts")], {
    cwd: copy,
    env: { ...usersEnvironment(), TURBO_TELEMETRY_DISABLED: "1", NO_COLOR: "1" },
  });
});

afterAll(() => dev.stop());

test("a broken description leaves the last good docs and sandbox up, an edit that mends it reaches both, and Ctrl+C ends everything", async () => {
  await said(/Ctrl\+C ends both/);
  const docs = address("Docs");
  const sandbox = address("Sandbox");
  expect(new URL(docs).hostname).toBe("127.0.0.1");
  expect(new URL(sandbox).hostname).toBe("127.0.0.1");
  const file = join(copy, "spec/openapi.yaml");
  const good = readFileSync(file, "utf8");
  const title = /^ {2}title: (.*)$/m.exec(good)?.[1] ?? "";
  expect(title).not.toBe("");
  const page = async () => {
    expect((await fetch(sandbox)).status).toBeGreaterThanOrEqual(200);
    const response = await fetch(docs);
    expect(response.status).toBe(200);
    return response.text();
  };
  expect(await page()).not.toContain("A title that is developed");

  read = dev.output().length;
  writeFileSync(file, "openapi: 3.1.0\npaths: [");
  await said(/The last good docs and sandbox stay up/);
  expect(dev.output()).toMatch(/openapi\.yaml" \(2:\d+\)/);
  expect(await page()).toContain(title);

  read = dev.output().length;
  writeFileSync(file, good.replace(`title: ${title}`, "title: A title that is developed"));
  await said(/Docs reloaded after/);
  expect(await (await fetch(docs)).text()).toContain("A title that is developed");
  const sources = join(copy, "packages/client/src/generated");
  const generated = readdirSync(sources).map((name) => readFileSync(join(sources, name), "utf8"));
  expect(generated.join("\n")).toContain("A title that is developed");
  await said(/Sandbox restarted after/);
  await page();

  dev.process.kill("SIGINT");
  expect(await dev.ended).toBe(0);
  await expect(fetch(docs)).rejects.toThrow("fetch failed");
  await expect(fetch(sandbox)).rejects.toThrow("fetch failed");
});

function address(name: string): string {
  const found = dev.output().match(new RegExp(`^ +${name} +(\\S+)$`, "m"))?.[1];
  if (found === undefined) throw new Error(`No address of the ${name} in:\n${dev.output()}`);
  return found;
}

/** Waits for words in the output. */
async function said(words: RegExp): Promise<void> {
  await dev.printed(words, read);
}
