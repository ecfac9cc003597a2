import { type ChildProcess, spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { limits } from "@visitors-api/machine/limits";
import { afterAll, beforeAll, expect, test } from "vitest";
import { repositoryCopy } from "./support/repository-copy.ts";

let copy: string;
let dev: ChildProcess;
let output = "";
/** Tells of everything that is printed, and of the end. */
const progress = new EventEmitter();

/** Without what Vitest tells its own tests of: Astro's server has no pages where it finds itself in one. */
function usersEnvironment(): NodeJS.ProcessEnv {
  const told = /^(VITEST|TEST$|NODE_ENV$|MODE$|DEV$|PROD$|SSR$|BASE_URL$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !told.test(name)));
}

beforeAll(async () => {
  copy = await repositoryCopy();
  dev = spawn(process.execPath, [join(copy, "tools/workspace/src/dev.ts")], {
    cwd: copy,
    env: { ...usersEnvironment(), TURBO_TELEMETRY_DISABLED: "1", NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [dev.stdout, dev.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      progress.emit("news");
    });
  }
  dev.once("close", () => progress.emit("news"));
});

afterAll(async () => {
  if (dev.exitCode !== null) return;
  // A test that failed has not ended it, and only when it ends by itself does it end the sandbox.
  const ended = once(dev, "close");
  dev.kill("SIGINT");
  const force = setTimeout(() => dev.kill("SIGKILL"), limits.condition);
  await ended;
  clearTimeout(force);
});

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

  output = "";
  writeFileSync(file, "openapi: 3.1.0\npaths: [");
  await said(/The last good docs and sandbox stay up/);
  expect(output).toMatch(/openapi\.yaml" \(2:\d+\)/);
  expect(await page()).toContain(title);

  output = "";
  writeFileSync(file, good.replace(`title: ${title}`, "title: A title that is developed"));
  await said(/Docs reloaded after/);
  expect(await (await fetch(docs)).text()).toContain("A title that is developed");
  const sources = join(copy, "packages/client/src/generated");
  const generated = readdirSync(sources).map((name) => readFileSync(join(sources, name), "utf8"));
  expect(generated.join("\n")).toContain("A title that is developed");
  await said(/Sandbox restarted after/);
  await page();

  const ended = new Promise((resolve) => dev.once("close", resolve));
  dev.kill("SIGINT");
  expect(await ended).toBe(0);
  await expect(fetch(docs)).rejects.toThrow("fetch failed");
  await expect(fetch(sandbox)).rejects.toThrow("fetch failed");
});

function address(name: string): string {
  const found = output.match(new RegExp(`^ +${name} +(\\S+)$`, "m"))?.[1];
  if (found === undefined) throw new Error(`No address of the ${name} in:\n${output}`);
  return found;
}

/** Waits for words in the output. */
async function said(words: RegExp): Promise<void> {
  while (!words.test(output)) {
    if (dev.exitCode !== null) throw new Error(`It ended, and never said ${words}:\n${output}`);
    await once(progress, "news");
  }
}
