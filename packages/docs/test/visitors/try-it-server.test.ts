import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { startServer } from "@visitors-api/machine/start";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { visibleText } from "../browser.ts";
import { type OpenSite, openOwnSite } from "../open-site.ts";
import { openTryIt, type TryItPage } from "../try-it-page.ts";

const token = "dG9rZW4-of-the-reader";

let opened: OpenSite;
let url: string;
const stops: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  opened = await openOwnSite();
  url = `${opened.server.url}visitors/update-visitor/`;
});

afterAll(async () => {
  await Promise.all(stops.map((stop) => stop()));
  await opened?.close();
});

/** Starts the sandbox's command, and gives its address. */
async function startSandbox(...flags: string[]): Promise<string> {
  const command = join(dirname(fileURLToPath(import.meta.resolve("@visitors-api/sandbox/node"))), "main.js");
  const server = await startServer(process.execPath, [command, "--port", "0", "--token", token, ...flags]);
  stops.push(server.stop);
  return server.url;
}

type Recording = { address: string; received: { method: string; headers: IncomingMessage["headers"] }[] };

/** A server that lets every page call it, remembers what it was sent, and redirects if it is told where to. */
async function startRecordingServer(location?: string): Promise<Recording> {
  const received: Recording["received"] = [];
  const server: Server = createServer((request, response) => {
    if (request.method !== "OPTIONS")
      received.push({ method: request.method ?? "", headers: request.headers });
    response.writeHead(request.method === "OPTIONS" ? 204 : location ? 307 : 200, {
      "Access-Control-Allow-Origin": "*",
      "Access-Control-Allow-Methods": "*",
      "Access-Control-Allow-Headers": "authorization, content-type, intercom-version",
      "Content-Type": "application/json",
      ...(location !== undefined && { Location: location }),
    });
    response.end(
      request.method === "OPTIONS" ? undefined : `{"name":"echo ${request.headers.authorization}"}`,
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  stops.push(() => new Promise((resolve) => server.close(resolve).closeAllConnections()));
  // A server that listens on a port has an address of this kind.
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

async function callServer(reader: TryItPage, target: string, address: string): Promise<void> {
  const { page } = reader;
  await reader.choose(target);
  await page.getByLabel("Base URL").fill(address);
  await page.getByLabel("Access token").fill(token);
  await reader.send();
}

/** Everywhere that a page could leave a token. */
function leftBehind(page: Page): Promise<string> {
  return page.evaluate(() => {
    const stores = [localStorage, sessionStorage].map((store) => JSON.stringify({ ...store }));
    return [
      document.documentElement.outerHTML,
      location.href,
      JSON.stringify(history.state),
      document.cookie,
      ...stores,
    ].join();
  });
}

test("a local sandbox is called with the reader's token, which goes nowhere else and is kept nowhere", async () => {
  const address = await startSandbox("--cors");
  const reader = await openTryIt(url);
  const { page } = reader;
  const requests: { url: string; text: string }[] = [];
  page.on("request", async (request) => {
    requests.push({
      url: request.url(),
      text: JSON.stringify([request.url(), request.headers(), request.postData()]),
    });
  });
  const said: string[] = [];
  page.on("console", (message) => said.push(message.text()));

  await reader.field("name string").fill("Ada Lovelace");
  await callServer(reader, "Local sandbox", address);
  await expect.poll(() => reader.status()).toMatch(/^200 /);
  expect((await reader.messages())[1]).toContain(`"name": "Ada Lovelace"`);

  const withToken = requests.filter(({ text }) => text.includes(token));
  expect(withToken.length).toBeGreaterThan(0);
  expect(new Set(withToken.map((request) => new URL(request.url).origin))).toEqual(new Set([address]));
  for (const language of await page.getByLabel("Language of the code").locator("option").allTextContents()) {
    await page.getByLabel("Language of the code").selectOption(language);
    const code = await reader.code();
    expect(code).not.toContain(token);
    expect(code).toContain("INTERCOM_ACCESS_TOKEN");
    expect(code).toContain(address);
  }
  expect(await leftBehind(page)).not.toContain(token);
  expect(said.join()).not.toContain(token);

  // What is entered for one target is gone with it.
  await reader.choose("Other server");
  expect(await page.getByLabel("Access token").inputValue()).toBe("");
  await page.reload();
  expect(await leftBehind(page)).not.toContain(token);
  expect(reader.outside).toEqual([]);
});

test("a server that sends the token back is shown without it", async () => {
  const { address, received } = await startRecordingServer();
  const reader = await openTryIt(url);
  await callServer(reader, "Other server", address);
  await expect.poll(() => reader.status()).toMatch(/^200 /);
  expect(received.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${token}`]);
  expect((await reader.messages())[1]).toContain("echo Bearer ••••••••");
  expect(await leftBehind(reader.page)).not.toContain(token);
});

test("a redirect is not followed to another origin, with or without the token", async () => {
  const elsewhere = await startRecordingServer();
  const redirecting = await startRecordingServer(`${elsewhere.address}/visitors`);
  const reader = await openTryIt(url);
  await callServer(reader, "Other server", redirecting.address);
  await expect.poll(() => reader.status()).toContain("TypeError");
  expect(await visibleText(reader.page.locator("#result"))).toContain("this page does not follow");
  expect(redirecting.received).toHaveLength(1);
  expect(elsewhere.received).toEqual([]);
});

test("a sandbox that lets no pages in is told from others, with the flag that it needs", async () => {
  const address = await startSandbox();
  const reader = await openTryIt(url);
  await callServer(reader, "Local sandbox", address);
  await expect.poll(() => reader.status()).toContain("ConnectionError");
  expect(await visibleText(reader.page.locator(".thrown"))).toContain("npx @visitors-api/sandbox --cors");
});

test("a base URL that is none, or that the page must not send to, is refused before anything is sent", async () => {
  const reader = await openTryIt(url);
  const refused = {
    "http://api.example": "must be https, or http on localhost or 127.0.0.1",
    "javascript:alert(1)": "must be an address such as",
    "https://user:password@api.example": "without a user",
  };
  for (const [address, message] of Object.entries(refused)) {
    await callServer(reader, "Other server", address);
    await expect.poll(() => visibleText(reader.page.locator("#mistakes"))).toContain(message);
  }
  expect(reader.outside).toEqual([]);
});
