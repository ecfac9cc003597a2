import { renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import document from "@visitors-api/openapi/notes" with { type: "json" };
import { expect, onTestFinished, test } from "vitest";
import { startWithout } from "./notes/command.ts";
import { NOTE_REQUEST } from "./notes/described.ts";
import type { Running } from "./support/command.ts";
import { putRequest } from "./support/described-answers.ts";
import { temporaryFolder } from "./support/folder.ts";

/** A description with this title, whose one operation answers with it. */
const titled = (title: string, path = "/title") => `openapi: 3.1.0
info: { title: ${title}, version: "1" }
paths:
  ${path}:
    get: { responses: { "200": { description: "", content: { text/plain: { example: ${title} } } } } }
`;

/** The description of this API with another title. */
const notes = (title: string, change: (text: string) => string = (text) => text) =>
  change(JSON.stringify({ ...document, info: { ...document.info, title } }));

async function watching(file: string, ...args: string[]): Promise<Running> {
  const running = await startWithout(["--port", "0", "--description", file, "--watch", ...args]);
  onTestFinished(() => running.signal("SIGKILL"));
  return running;
}

const answered = async (url: string, path = "/title") => (await fetch(url + path)).text();

test("what is saved is served from then on, under the same address", async () => {
  const file = join(temporaryFolder(), "openapi.yaml");
  writeFileSync(file, titled("First"));
  const { url, printed, signal, ended } = await watching(file);
  expect(await answered(url)).toBe("First");
  writeFileSync(file, titled("Second"));
  await printed(/Read again: Second 1, with 1 operation\n/);
  expect(await answered(url)).toBe("Second");
  // As many editors save: another file is put in its place.
  writeFileSync(`${file}.new`, titled("Third"));
  renameSync(`${file}.new`, file);
  await printed(/Read again: Third/);
  expect(await answered(url)).toBe("Third");
  signal("SIGTERM");
  expect(await ended).toBe(0);
});

test("a change of any file that the description is made of counts, also of one that it is made of since then", async () => {
  const folder = temporaryFolder();
  const save = (name: string, content: string) => writeFileSync(join(folder, name), content);
  const response = (answer: string) => `description: ""\ncontent: { text/plain: { example: ${answer} } }\n`;
  const root = (title: string, name: string) => `openapi: 3.1.0
info: { title: ${title}, version: "1" }
paths: { /title: { get: { responses: { "200": { $ref: ${name} } } } } }
`;
  save("one.yaml", response("one"));
  save("openapi.yaml", root("First", "one.yaml"));
  const { url, printed } = await watching(join(folder, "openapi.yaml"));
  // What it refers to is not there yet.
  save("openapi.yaml", root("Second", "two.yaml"));
  await printed(/openapi\.yaml:3:\d+: Nothing is at `two\.yaml`/);
  expect(await answered(url)).toBe("one");
  save("two.yaml", response("two"));
  await printed(/Read again: Second/);
  expect(await answered(url)).toBe("two");
  save("two.yaml", response("changed"));
  await expect.poll(() => answered(url)).toBe("changed");
});

test("what a link leads to is watched", async () => {
  const folder = temporaryFolder();
  const file = join(folder, "openapi.yaml");
  writeFileSync(join(folder, "real.yaml"), titled("First"));
  symlinkSync("real.yaml", file);
  const { url, printed } = await watching(file);
  writeFileSync(join(folder, "real.yaml"), titled("Second"));
  await printed(/Read again: Second/);
  expect(await answered(url)).toBe("Second");
});

test("a broken save is told with its place, and the last good description goes on being served until a good one", async () => {
  const file = join(temporaryFolder(), "openapi.yaml");
  writeFileSync(file, titled("First"));
  const { url, printed, output } = await watching(file);
  writeFileSync(file, `${titled("Broken")}  oops\n`);
  await printed(/openapi\.yaml:6:\d+: It cannot be parsed as YAML/);
  await printed(/The last good description is still served/);
  expect(await answered(url)).toBe("First");
  rmSync(file);
  await printed(/openapi\.yaml:1:1: There is no such file/);
  expect(await answered(url)).toBe("First");
  writeFileSync(file, titled("Mended"));
  await printed(/Read again: Mended/);
  expect(await answered(url)).toBe("Mended");
  expect(output()).not.toMatch(/\n\s+at /);
});

test.each([["in memory"], ["in a file"]])(
  "what it holds %s stays, also when notes are gone from the description for a while",
  async (where) => {
    const folder = temporaryFolder();
    const file = join(folder, "openapi.json");
    writeFileSync(file, notes("First"));
    const data = where === "in a file" ? ["--data", join(folder, "notes.db")] : [];
    const { url, printed } = await watching(file, ...data);
    const update = async (name?: string) =>
      (await fetch(`${url}/notes`, putRequest({ ...NOTE_REQUEST, ...(name && { name }) }))).json();
    const held = async () => {
      const headers = { authorization: "Bearer any" };
      return (await fetch(`${url}/_sandbox/notes`, { headers })).json();
    };
    await update("Ada");
    writeFileSync(file, notes("Second"));
    await printed(/Read again: Second/);
    expect((await held()).notes).toMatchObject([{ name: "Ada" }]);

    writeFileSync(file, titled("Without"));
    await printed(/Read again: Without/);
    expect((await fetch(`${url}/_sandbox/notes`)).status).toBe(404);
    writeFileSync(file, notes("Third"));
    await printed(/Read again: Third/);
    expect((await held()).notes).toMatchObject([{ name: "Ada" }]);
    expect(await update("Ada Lovelace")).toMatchObject({ name: "Ada Lovelace" });
  },
);

test("a request that is under way is answered by the description that it came to", async () => {
  const file = join(temporaryFolder(), "openapi.json");
  writeFileSync(file, notes("First"));
  const { url, printed, output } = await watching(file);
  const body = JSON.stringify({ ...NOTE_REQUEST, name: "Under way" });
  const headers = {
    authorization: "Bearer any",
    "content-type": "application/json",
    "content-length": String(body.length),
    expect: "100-continue",
  };
  const pending = request(`${url}/notes`, { method: "PUT", headers });
  const answer = new Promise<[number | undefined, string]>((resolve, reject) => {
    pending.once("response", (response) =>
      text(response).then((content) => resolve([response.statusCode, content]), reject),
    );
    pending.once("error", reject);
  });
  // The server says so when it is at work on the request.
  await new Promise<void>((resolve) => {
    pending.once("continue", resolve);
    pending.flushHeaders();
  });
  writeFileSync(file, titled("Second"));
  await printed(/Read again: Second/);
  expect((await fetch(`${url}/notes`, putRequest(NOTE_REQUEST))).status).toBe(404);
  pending.end(body);
  const [status, content] = await answer;
  expect([status, JSON.parse(content)]).toEqual([200, expect.objectContaining({ name: "Under way" })]);
  await printed(/PUT \/notes 200/);
  expect(output()).not.toContain("abandoned");
});
