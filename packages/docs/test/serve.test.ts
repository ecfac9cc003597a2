import { mkdir, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DocsServer, serveDocs } from "../src/serve.ts";
import { temporaryFolder } from "./build.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let site: string;
let server: DocsServer;

beforeAll(async () => {
  folder = await temporaryFolder();
  site = join(folder.path, "site");
  await mkdir(join(site, "pages"), { recursive: true });
  await writeFile(join(folder.path, "secret.txt"), "secret");
  await mkdir(join(folder.path, "site-secret"));
  await writeFile(join(folder.path, "site-secret/secret.txt"), "secret");
  await writeFile(join(site, "index.html"), "<body>overview</body>");
  await writeFile(join(site, "pages/index.html"), "<body>pages</body>");
  await writeFile(join(site, "openapi.yaml"), "openapi: 3.1.0\n");
  await writeFile(join(site, "openapi.json"), "{}");
  await writeFile(join(site, "entry.js"), "export {};");
  server = await serveDocs({ directory: site });
});

afterAll(async () => {
  await server?.close();
  await folder?.remove();
});

/** Sends a request target byte for byte, which fetch would tidy first. */
function get(origin: string, path: string, method = "GET"): Promise<{ status: number; body: string }> {
  const { port } = new URL(origin);
  return new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port, path, method }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        body += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
    })
      .on("error", reject)
      .end();
  });
}

test.each([
  ["", "text/html; charset=utf-8", "overview"],
  ["pages/", "text/html; charset=utf-8", "pages"],
  ["openapi.json", "application/json", "{}"],
  ["openapi.yaml", "application/yaml", "openapi: 3.1.0"],
  ["entry.js", "text/javascript; charset=utf-8", "export {};"],
])("serves /%s as %s", async (path, type, content) => {
  const response = await fetch(`${server.url}${path}`);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe(type);
  expect(await response.text()).toContain(content);
});

test("sends a folder without its slash to the one with it", async () => {
  const response = await fetch(`${server.url}pages`, { redirect: "manual" });
  expect([response.status, response.headers.get("location")]).toEqual([302, "/pages/"]);
});

test.each([
  "/../secret.txt",
  "/%2e%2e/secret.txt",
  "/..%2fsecret.txt",
  "/pages/../../secret.txt",
  "/../site-secret/secret.txt",
  "//secret.txt",
  "/%00",
  "/%zz",
  "/missing",
  "/pages/missing/",
])("answers %s with an error and nothing from outside the folder", async (path) => {
  const { status, body } = await get(server.url, path);
  expect([400, 404]).toContain(status);
  expect(body).not.toContain("secret");
});

test("never redirects to another host", async () => {
  const response = await get(server.url, "//pages");
  expect(response.status).not.toBe(200);
  const redirected = await fetch(`${server.url}/pages`, { redirect: "manual" });
  expect(redirected.headers.get("location") ?? "/").not.toMatch(/^\/\//);
});

test("answers other methods with 405, and HEAD without a body", async () => {
  expect((await get(server.url, "/", "POST")).status).toBe(405);
  expect(await get(server.url, "/", "HEAD")).toEqual({ status: 200, body: "" });
});

test("serves a site that was built for another base", async () => {
  const based = await serveDocs({ directory: site, base: "/visitors-api/" });
  expect(await (await fetch(`${based.url}pages/`)).text()).toContain("pages");
  expect(based.url).toMatch(/\/visitors-api\/$/);
  expect((await get(based.url, "/openapi.json")).status).toBe(404);
  await based.close();
});

test("answers what is not there with the site's own page for that", async () => {
  await writeFile(join(site, "404.html"), "<body>nothing here</body>");
  const response = await fetch(`${server.url}missing/`);
  expect(response.status).toBe(404);
  expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(await response.text()).toContain("nothing here");
});
