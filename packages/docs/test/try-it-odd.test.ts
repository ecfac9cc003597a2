import { afterAll, beforeAll, expect, test } from "vitest";
import { violationsOn } from "./accessibility.ts";
import { hostile, oddOperations } from "./odd-operations.ts";
import { type OpenSite, openSite } from "./open-site.ts";
import { openTryIt } from "./try-it-page.ts";

let opened: OpenSite;

beforeAll(async () => {
  opened = await openSite(oddOperations);
});

afterAll(() => opened?.close());

const open = (path: string, options = {}) => openTryIt(`${opened.server.url}${path}/`, options);

test("an operation with a bit of everything is entered in a form, and sent as it was entered", async () => {
  const reader = await open("operations/add-part");
  const { page } = reader;
  await page.getByLabel("Start from").selectOption("an empty form");
  await reader.send();
  const mistakes = page.locator("#mistakes li");
  await expect
    .poll(() => mistakes.allTextContents())
    .toEqual([
      "thing_id is required",
      "X-Trace is required",
      "size is required",
      "state is required",
      "owner.email is required",
    ]);

  await reader.field("thing_id integer").fill("a");
  await reader.send();
  await expect.poll(() => mistakes.allTextContents()).toContain("thing_id must be a number");
  await reader.field("thing_id integer").fill("12");
  await page.getByRole("button", { name: "Add an item to tags" }).click();
  await page.keyboard.type("a b");
  await page.getByLabel(/^dry-run/).selectOption("false");
  await reader.field("X-Trace").fill("t-1");
  await page.getByLabel("size is null").check();
  await page.getByLabel("state is null").check();
  await reader.field("email").fill("a@b.example");
  await page.getByRole("button", { name: "Add an item to children" }).click();
  await page.keyboard.type("first");
  await page.getByRole("button", { name: "Add an item to children" }).first().click();
  await page.keyboard.type("inside");
  await page.getByLabel(/^anything/).fill(`{"deep": [1]}`);
  await page.getByRole("button", { name: "Add a property to labels" }).click();
  await page.keyboard.type("__proto__");
  await reader.field("__proto__ string").fill("own");
  await page.getByRole("button", { name: "Add shape" }).click();
  await reader.choose("Square");
  await page.getByLabel(/^unit/).selectOption("m");
  await reader.field("side number").fill("1.5");
  await reader.send();
  await expect.poll(() => reader.status()).toMatch(/^201 in/);
  const [request = ""] = await reader.messages();
  expect(request).toMatch(/^POST https:\/\/odd\.example\/v1\/things\/12\/parts\?tags=a%20b&dry-run=false\n/);
  expect(request).toContain("x-trace: t-1\n");
  expect(request).toContain("x-key: ••••••••\n");
  expect(request).toContain("authorization: Basic ••••••••\n");
  const body = JSON.stringify(JSON.parse(request.slice(request.indexOf("\n\n"))));
  expect(body).toBe(
    `{"size":null,"state":null,"owner":{"email":"a@b.example"},` +
      `"children":[{"name":"first","children":[{"name":"inside"}]}],"labels":{"__proto__":"own"},` +
      `"anything":{"deep":[1]},"shape":{"unit":"m","side":1.5}}`,
  );
  expect(await violationsOn(page)).toEqual([]);
});

test("a parameter and a property that are deprecated are labelled so, with the days that are known", async () => {
  const { page } = await open("operations/add-part");
  for (const name of ["dry-run", "since"]) {
    const label = page.locator("label", { has: page.getByText(name, { exact: true }) });
    await expect
      .poll(() => label.allTextContents())
      .toEqual([expect.stringMatching(/ deprecated since 2026-11-30, may be gone from 2027-06-30 on$/)]);
  }
});

test("nothing that a description says is run, and it is all shown as the text it is", async () => {
  const reader = await open("operations/add-part", { bypassCSP: true });
  const { page } = reader;
  await page.getByLabel("The sandbox answers").selectOption({ index: 1 });
  await reader.send();
  await expect.poll(() => reader.status()).toMatch(/^\d/);
  expect(await page.evaluate(() => "attacked" in window)).toBe(false);
  expect(await page.locator("img, iframe, script[src*=attack]").count()).toBe(0);
  expect(await page.locator("h1").textContent()).toBe(`Add a part ${hostile}`);
  expect(reader.outside).toEqual([]);
});

test("a key in the query is masked in what is shown, and a wrong one is refused", async () => {
  const reader = await open("operations/search");
  await reader.send();
  await expect.poll(() => reader.status()).toMatch(/^200/);
  expect((await reader.messages())[0]).toMatch(/^GET https:\/\/odd\.example\/v1\/search\?key=••••••••/);
  await reader.page.getByLabel("API key (key)").fill("another");
  await reader.send();
  await expect.poll(() => reader.status()).toMatch(/^401/);
});

test.each([
  ["operations/upload", /^204/, "(4 bytes)"],
  ["operations/send-form", /^200/, "multipart/form-data; boundary="],
])("%s: a file is chosen and sent", async (name, status, sent) => {
  const reader = await open(name);
  const { page } = reader;
  const add = page.getByRole("button", { name: /^Add body/ });
  if ((await add.count()) > 0) await add.click();
  await page.locator("input[type=file]").setInputFiles({
    name: "picture.png",
    mimeType: "image/png",
    buffer: Buffer.from([0xff, 0xfe, 0x00, 0x80]),
  });
  await reader.send();
  await expect.poll(() => reader.status()).toMatch(status);
  expect((await reader.messages())[0]).toContain(sent);
  expect(await reader.code()).toMatch(/"(file|picture)\./);
});

test("a body that is text is entered as text", async () => {
  const reader = await open("operations/replace-the-note");
  await reader.page.locator("textarea").fill("One\nTwo");
  await reader.send();
  await expect.poll(() => reader.status()).toMatch(/^204/);
  expect((await reader.messages())[0]).toMatch(/content-type: text\/plain\n\nOne\nTwo$/);
});
