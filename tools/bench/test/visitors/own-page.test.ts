import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { token } from "../../src/contenders/contender.ts";
import { ownClient } from "../../src/contenders/own-client.ts";
import { rawFetch } from "../../src/contenders/raw-fetch.ts";
import { firstCallTask, longestAnswer } from "../../src/description/call.ts";
import { readOwnDescription } from "../../src/description/description.ts";
import { bundle } from "../../src/harness/bundle.ts";
import { benchFolder } from "../../src/harness/folders.ts";
import { callableModule, showingPage } from "../../src/harness/page.ts";
import { stubFetch } from "../../src/harness/stub-fetch.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const description = readOwnDescription();
const task = firstCallTask(description);
const published = ownClient.page.published ?? "";

async function runBundled(source: string) {
  const { code } = await bundle(source, benchFolder, "node");
  const file = join(temporaryFolder(), "call.mjs");
  writeFileSync(file, code);
  const stub = stubFetch(longestAnswer(description));
  try {
    const { run } = await import(pathToFileURL(file).href);
    return await stub.recorded(run);
  } finally {
    stub.restore();
  }
}

test("our page makes the described call and reads the answer, as the page without a client does", async () => {
  const own = await runBundled(callableModule(ownClient.page, task, published));
  const [call] = task.calls;
  expect(own).toEqual({
    method: call?.method,
    url: task.baseUrl + call?.path,
    authorization: `Bearer ${token}`,
    contentType: "application/json",
    body: call?.body,
    result: JSON.parse(longestAnswer(description))[task.property ?? ""],
  });
  expect(own.result).toBeTypeOf("string");
  expect(await runBundled(callableModule(rawFetch.page, task, ""))).toEqual(own);
});

test("what is measured is the page with the client in it, minified", async () => {
  const { code, minified, gzipped } = await bundle(showingPage(ownClient.page, task, published), benchFolder);
  expect(code).not.toMatch(/\bimport\b.*@visitors-api/);
  expect(code).toContain(`"${task.calls[0]?.path}"`);
  expect(code.split("\n").length).toBeLessThan(10);
  expect(minified).toBe(Buffer.byteLength(code));
  expect(gzipped).toBeLessThan(minified);
});
