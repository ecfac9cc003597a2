import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import { QueryClient } from "@tanstack/react-query";
import { createClient, type UpdateVisitorRequest, type Visitor } from "@visitors-api/client";
import { createSandbox } from "@visitors-api/sandbox";
import { build } from "esbuild";
import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import createHooks from "openapi-react-query";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { startFileServer } from "../../support/file-server.ts";
import { close, listen } from "../../support/listen.ts";
import { openPage } from "../../support/open-page.ts";

const id = "660e73c36abd01bd27af623d";
const name = "Gareth Bale";

describe("openapi-react-query", () => {
  test("updates a visitor from a page in a browser, and has the API's error when that fails", async () => {
    const pages = await startFileServer({
      "/": { type: "text/html", text: '<!doctype html><body><script type="module" src="/page.js"></script>' },
      "/page.js": { type: "text/javascript", text: await bundle("hooks-page.ts") },
    });
    onTestFinished(() => pages.close());
    const page = await openPage(pages.url);
    onTestFinished(() => page.close());
    await page.fill("input", id);
    await page.click("button");
    await page.locator("output", { hasText: name }).waitFor();
    await page.fill("input", "nobody");
    await page.click("button");
    await page.locator("output", { hasText: "Visitor Not Found" }).waitFor();
  });

  test("gives a query the result, or the error, of the client's verb", async () => {
    const client = createClient({ token: "any", fetch: createSandbox().fetch });
    const api = createHooks(client);
    const queries = new QueryClient();
    const result: Visitor = await queries.fetchQuery(
      api.queryOptions("put", "/visitors", { body: { id, name } }),
    );
    expect(result.name).toBe(name);
    const failed = queries.fetchQuery(api.queryOptions("put", "/visitors", { body: { id: "nobody" } }));
    await expect(failed).rejects.toMatchObject({ errors: [{ code: "not_found" }] });
  });

  test("ends the call when its query is cancelled", async () => {
    const server = createServer((request) => void request.resume());
    const baseUrl = await listen(server);
    onTestFinished(() => close(server));
    const api = createHooks(createClient({ token: "any", baseUrl }));
    const queries = new QueryClient();
    const arrived = once(server, "request");
    const query = queries.fetchQuery(api.queryOptions("put", "/visitors", { body: { id } }));
    // What the event comes with.
    const [, response] = (await arrived) as [IncomingMessage, ServerResponse];
    const hungUp = once(response, "close");
    await Promise.all([queries.cancelQueries(), expect(query).rejects.toThrow()]);
    await hungUp;
  });
});

describe("MSW", () => {
  test("answers the client, with handlers that have the client's types", async () => {
    const received: UpdateVisitorRequest[] = [];
    const api = setupServer(
      http.put<never, UpdateVisitorRequest, Visitor>(
        "https://api.intercom.io/visitors",
        async ({ request }) => {
          received.push(await request.json());
          return HttpResponse.json({ type: "visitor", name });
        },
      ),
    );
    api.listen({ onUnhandledFrame: "error" });
    onTestFinished(() => api.close());
    const client = createClient({ token: "any" });
    expect(await client.updateVisitor({ id, name })).toEqual({ type: "visitor", name });
    expect(received).toEqual([{ id, name }]);
  });

  test("can have the sandbox for its only handler", async () => {
    const sandbox = createSandbox();
    const api = setupServer(http.all("https://api.intercom.io/*", ({ request }) => sandbox.fetch(request)));
    api.listen({ onUnhandledFrame: "error" });
    onTestFinished(() => api.close());
    const client = createClient({ token: "any" });
    expect((await client.updateVisitor({ id, name })).name).toBe(name);
    expect(sandbox.requests).toHaveLength(1);
  });

  test("passes on the connections that the sandbox resets", async () => {
    const sandbox = createSandbox({ faults: "reset; times=1" });
    const api = setupServer(
      http.all("*", ({ request }) => sandbox.fetch(request).catch(() => Response.error())),
    );
    api.listen({ onUnhandledFrame: "error" });
    onTestFinished(() => api.close());
    const client = createClient({ token: "any", retries: 0 });
    await expect(client.updateVisitor({ id })).rejects.toMatchObject({ name: "ConnectionError" });
    expect((await client.updateVisitor({ id })).id).toBe(id);
  });

  test("fails a call that it has no handler for, as a connection that fails", async () => {
    const api = setupServer();
    api.listen({ onUnhandledFrame: "error" });
    onTestFinished(() => api.close());
    const print = vi.spyOn(console, "error").mockReturnValue();
    onTestFinished(() => print.mockRestore());
    const call = createClient({ token: "any", retries: 0 }).updateVisitor({ id });
    await expect(call).rejects.toMatchObject({ name: "ConnectionError", attempts: 1 });
  });
});

async function bundle(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, "../../visitors", file)],
    bundle: true,
    write: false,
    format: "esm",
    define: { "process.env.NODE_ENV": '"production"' },
  });
  return outputFiles.map(({ text }) => text).join("");
}
