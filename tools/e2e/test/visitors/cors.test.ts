import { createSandbox, type SandboxOptions } from "@visitors-api/sandbox";
import { serveSandbox } from "@visitors-api/sandbox/node";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { startFileServer } from "../../support/file-server.ts";
import { openPage } from "../../support/open-page.ts";

let pages: Awaited<ReturnType<typeof startFileServer>>;
let page: Page;

beforeAll(async () => {
  pages = await startFileServer({ "/": { type: "text/html", text: "<!doctype html><title>A page</title>" } });
  page = await openPage(pages.url);
});

afterAll(async () => {
  await page.close();
  await pages.close();
});

/** What a page of another origin gets when it calls a sandbox, with a credential and headers of every kind. */
async function callFromPage(options: SandboxOptions, method = "PUT") {
  const server = await serveSandbox(createSandbox(options), { port: 0 });
  onTestFinished(() => server.close());
  const request = {
    method,
    headers: {
      Authorization: "Bearer any",
      "Content-Type": "application/json",
      "Intercom-Version": "2.10",
      Prefer: "example=byId",
      "X-Of-One's-Own": "yes",
    },
    body: JSON.stringify({ id: "660e73c36abd01bd27af623d" }),
  };
  return page.evaluate(
    async ([url, made]) => {
      try {
        const { status, headers } = await fetch(url, made);
        return { status, headers: Object.fromEntries(headers) };
      } catch (error) {
        return String(error);
      }
    },
    [`${server.url}/visitors`, request] as const,
  );
}

test("a page of another origin reads the answers of a sandbox that lets it, with their headers", async () => {
  const rateLimit = { limit: 5 };
  for (const cors of [true, [new URL(pages.url).origin]]) {
    expect(await callFromPage({ cors, rateLimit })).toMatchObject({
      status: 200,
      headers: {
        "x-request-id": expect.any(String),
        "x-ratelimit-remaining": "4",
        "preference-applied": expect.any(String),
      },
    });
  }
});

test("it reads errors too, and a method that there is not", async () => {
  expect(await callFromPage({ cors: true, token: "another" })).toMatchObject({
    status: 401,
    headers: { "www-authenticate": expect.stringContaining("Bearer") },
  });
  // No description has an operation of this method (OpenAPI 3.1 § 4.8.9).
  expect(await callFromPage({ cors: true }, "PROPFIND")).toMatchObject({
    status: 405,
    headers: { allow: expect.stringMatching(/\bPUT\b.*\bOPTIONS\b/) },
  });
});

test("it gets nothing from a sandbox that does not let it", async () => {
  for (const cors of [false, ["https://docs.example"]]) {
    expect(await callFromPage({ cors })).toMatch(/TypeError: Failed to fetch/);
  }
});
