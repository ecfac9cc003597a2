import { afterAll, beforeAll, expect, test } from "vitest";
import type { DocsServer } from "../../src/serve.ts";
import { nothingSeen, violationsOn } from "../accessibility.ts";
import { openPage, visibleText } from "../browser.ts";
import { watchMovements } from "../movements.ts";
import { type OpenSite, openOwnSite } from "../open-site.ts";
import { openTryIt } from "../try-it-page.ts";

let opened: OpenSite;
let server: DocsServer;

const visitorId = "660e73c36abd01bd27af623d";

let url: string;

beforeAll(async () => {
  opened = await openOwnSite();
  ({ server } = opened);
  url = `${server.url}visitors/update-visitor/`;
});

afterAll(() => opened?.close());

test("a visitor is updated in the page, without a backend, and stays so until the sandbox is reset", async () => {
  const reader = await openTryIt(url);
  const { page } = reader;
  await reader.field("name string").fill("Ada Lovelace");
  await reader.send();
  expect(await reader.status()).toMatch(/^200 in [\d.]+ ms\.$/);
  const [request = "", response = ""] = await reader.messages();
  expect(request).toMatch(/^PUT https:\/\/\S+\/visitors\n/);
  expect(request).toContain("authorization: Bearer ••••••••\n");
  expect(request).toContain("intercom-version: 2.10\n");
  expect(request).toContain(`"name": "Ada Lovelace"`);
  expect(response).toContain(`"name": "Ada Lovelace"`);

  await reader.field("name string").fill("");
  await reader.send();
  await expect.poll(async () => (await reader.messages())[0]).not.toContain(`"name"`);
  expect((await reader.messages())[1]).toContain(`"name": "Ada Lovelace"`);

  await page.getByRole("button", { name: "Reset the sandbox" }).click();
  expect(await reader.status()).toContain("as it was");
  await reader.send();
  await expect.poll(async () => (await reader.messages())[1]).toContain(`"name": "Gareth Bale"`);
  expect(reader.outside).toEqual([]);
  expect(reader.complaints).toEqual([]);
});

test("the errors of the API are reached by plain use, and shown as the client throws them", async () => {
  const reader = await openTryIt(url);
  const { page } = reader;
  const thrown = () => visibleText(page.locator(".thrown"));
  await reader.field("id string required").fill("nobody");
  await reader.send();
  expect(await reader.status()).toMatch(/^404 .*NotFoundError/);
  expect(await thrown()).toMatch(/requestId [\da-f-]{36}/);

  await page.getByLabel("Access token").fill("wrong");
  await reader.send();
  await expect.poll(() => reader.status()).toMatch(/^401 .*UnauthorizedError/);

  await page.getByLabel("Access token").fill("");
  await reader.send();
  await expect.poll(thrown).toContain("No credential: set token");
});

test("documented answers and failures can be asked for, and each attempt is shown", async () => {
  const reader = await openTryIt(url);
  const { page } = reader;
  const answers = page.getByLabel("The sandbox answers");
  await answers.selectOption("401 No valid access token");
  await reader.send();
  expect(await reader.status()).toMatch(/^401 .*UnauthorizedError/);
  // The failures are counted anew for each call.
  for (const _ of ["first", "second"]) {
    await answers.selectOption("503 twice, then as asked for");
    await reader.send();
    await expect.poll(() => reader.status()).toMatch(/^200 .*, after 3 attempts\.$/);
    await answers.selectOption("as the request asks for");
    await reader.send();
    await expect.poll(() => reader.status()).toMatch(/^200 in [\d.]+ ms\.$/);
  }
  expect(await reader.code()).not.toMatch(/fault|prefer/i);
});

test("with the keyboard alone a mistake is found, read with its field, mended and sent", async () => {
  const reader = await openTryIt(url);
  const { page } = reader;
  const focused = () => page.evaluate(() => document.activeElement?.id);
  const tabTo = async (id: string) => {
    for (let presses = 0; (await focused()) !== id; presses += 1) {
      expect(presses).toBeLessThan(90);
      await page.keyboard.press("Tab");
    }
  };
  await tabTo("body/id");
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Enter");
  await expect.poll(focused).toBe("mistakes");
  expect(await visibleText(page.locator("#mistakes"))).toContain("id is required");

  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect.poll(focused).toBe("body/id");
  const field = reader.field("id string required");
  expect(await field.getAttribute("aria-invalid")).toBe("true");
  const described = (await field.getAttribute("aria-describedby"))?.split(" ") ?? [];
  const descriptions = await Promise.all(
    described.map((id) => page.evaluate((name) => document.getElementById(name)?.textContent, id)),
  );
  expect(descriptions).toContain("id is required");

  await page.keyboard.type(visitorId);
  await page.keyboard.press("Enter");
  await expect.poll(() => reader.status()).toMatch(/^200 in/);
  expect(await page.locator("#mistakes").count()).toBe(0);

  // What the API itself says of a mistake can be seen too.
  await field.fill("");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Send it all the same" }).press("Enter");
  await expect.poll(() => reader.status()).toMatch(/^400 .*ApiError/);
});

test("the variant, attributes of each type and the JSON of the body make one request, in the form and as code", async () => {
  const reader = await openTryIt(url);
  const { page } = reader;
  const form = page.locator("#try-it");
  await reader.choose("By user_id");
  await reader.field("id string").first().fill("");
  await reader.field("user_id string required").fill("3ecf64d0-9ed1-4e9f-88e1-da7d6e6782f3");
  const attributes = { stage: ["string", "invited"], age: ["number", "41"], paid: ["boolean", "true"] };
  for (const [name, [type = "", value = ""]] of Object.entries(attributes)) {
    await page.getByRole("button", { name: "Add a property to custom_attributes" }).click();
    await page.keyboard.type(name);
    await page.getByLabel(`Type of ${name}`).selectOption(type);
    const entry = page.getByLabel(new RegExp(`^${name} string, number or boolean`));
    await (type === "boolean" ? entry.selectOption(value) : entry.fill(value));
  }
  await page.getByLabel("Language of the code").selectOption("TypeScript");
  const code = await reader.code();
  expect(code).toContain("client.updateVisitor({");
  expect(code.replace(/\s+/g, " ")).toContain('custom_attributes: { stage: "invited", age: 41, paid: true,');
  expect(code).toContain("process.env.INTERCOM_ACCESS_TOKEN");

  await reader.choose("JSON");
  const json = page.getByLabel("Body as JSON");
  expect(JSON.parse(await json.inputValue())).toEqual({
    user_id: "3ecf64d0-9ed1-4e9f-88e1-da7d6e6782f3",
    name: "Gareth Bale",
    custom_attributes: { stage: "invited", age: 41, paid: true },
  });
  await json.fill(
    `{ "user_id": "3ecf64d0-9ed1-4e9f-88e1-da7d6e6782f3", "custom_attributes": { "stage": null } }`,
  );
  await reader.send();
  await expect
    .poll(() => visibleText(page.locator("#mistakes")))
    .toContain("custom_attributes.stage must be a string or a number or a boolean, not null");
  await json.fill("{");
  await reader.choose("Form");
  await expect.poll(() => visibleText(page.locator(".issue[role=status]"))).toContain("body is not JSON");
  await json.fill(`{ "user_id": "3ecf64d0-9ed1-4e9f-88e1-da7d6e6782f3" }`);
  await reader.choose("Form");
  expect(await form.getByRole("radio", { name: "By user_id" }).isChecked()).toBe(true);
  await reader.send();
  await expect.poll(() => reader.status()).toMatch(/^200 in/);
});

test("nobody is shut out at any width in light and dark, nothing moves by itself, and nothing overflows", async () => {
  const seen = nothingSeen();
  for (const width of [375, 1440]) {
    const options = { viewport: { width, height: 800 }, hasTouch: width < 500 };
    const reader = await openTryIt(url, options);
    const { page } = reader;
    const movements = await watchMovements(page);
    await page.getByRole("button", { name: "Add a property to custom_attributes" }).click();
    await reader.field("id string required").fill("nobody");
    await reader.send();
    await page.locator("#mistakes").waitFor();
    await page.getByRole("button", { name: "Remove Value" }).click();
    // What is added, refused or removed makes room where the reader is. The answer comes when it comes, and moves nothing.
    await movements();
    await reader.send();
    expect(await reader.status()).toMatch(/^404/);
    expect(await movements()).toBe(0);
    await reader.choose("Other server");
    await movements();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect({ width, colorScheme, violations: await violationsOn(page, seen) }).toEqual({
        ...{ width, colorScheme },
        violations: [],
      });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      expect(await movements()).toBe(0);
    }
  }
});

test("the example that is chosen beside the samples fills the form", async () => {
  const { page } = await openPage(url);
  await page.getByLabel("Example", { exact: true }).selectOption({ index: 1 });
  await page.getByRole("button", { name: "Try it" }).click();
  const chosen = page.locator("#try-it").getByRole("radio", { name: "By user_id" });
  await expect.poll(() => chosen.isChecked()).toBe(true);
});

test("the variant that is chosen is the one that is checked", async () => {
  const reader = await openTryIt(url);
  const { page } = reader;
  await reader.choose("By user_id");
  await reader.field("user_id string required").fill("");
  await reader.send();
  // It has an id, which would do for the other variant.
  await expect.poll(() => visibleText(page.locator("#mistakes"))).toContain("user_id is required");
});

test("JSON is sent as it is typed: digits that no number has, and keys that are there twice", async () => {
  const reader = await openTryIt(url);
  const { page } = reader;
  await reader.choose("JSON");
  const typed = `{ "id": "${visitorId}", "name": "A", "name": "B", "custom_attributes": { "n": 12345678901234567890, "m": 1.10 } }`;
  await page.getByLabel("Body as JSON").fill(typed);
  const sent: string[] = [];
  await page.route("https://api.example/**", (route) => {
    sent.push(route.request().postData() ?? "");
    return route.fulfill({ status: 200, headers: { "Access-Control-Allow-Origin": "*" }, body: "{}" });
  });
  await reader.choose("Other server");
  await page.getByLabel("Base URL").fill("https://api.example");
  await page.getByLabel("Access token").fill("any");
  await reader.send();
  await expect.poll(() => sent.filter((body) => body !== "")).toEqual([typed]);
});

test("it opens in the place of the samples, has the focus, and gives both back", async () => {
  const reader = await openTryIt(url);
  const { page } = reader;
  const button = page.getByRole("button", { name: "Try it" });
  expect(await button.getAttribute("aria-expanded")).toBe("true");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("try-it-title");
  expect(await page.locator(".samples").isVisible()).toBe(false);
  await page.getByRole("button", { name: "Close" }).click();
  expect(await button.getAttribute("aria-expanded")).toBe("false");
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await page.locator(".samples").isVisible()).toBe(true);
});
