import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { limits } from "@visitors-api/machine/limits";
import { type Operation, readDescription } from "@visitors-api/openapi";
import { exampleRequest, toRequest } from "@visitors-api/openapi/example-request";
import document from "@visitors-api/spec" with { type: "json" };
import { afterAll, beforeAll, expect, test } from "vitest";
import api from "../../../spec/api.json" with { type: "json" };
import type * as Engine from "../src/index.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

let folder: string;
let engine: typeof Engine;

/** The package is built without what is only about this API. What does not compile is not built. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "engine-"));
  const sandbox = "packages/sandbox";
  const copied = ["src", "build", "build.ts", "package.json", "tsconfig.json", "tsconfig.build.json"];
  const shared = ["tools/workspace/tsconfig.base.json", "spec/api.json"];
  for (const path of [...shared, ...copied.map((name) => join(sandbox, name))]) {
    cpSync(join(root, path), join(folder, path), { recursive: true });
  }
  symlinkSync(join(root, sandbox, "node_modules"), join(folder, sandbox, "node_modules"), "junction");
  // An API that has nothing of its own there has no such folder.
  rmSync(join(folder, sandbox, "src", api.name), { recursive: true, force: true });
  const options = { timeout: limits.process };
  await promisify(execFile)(process.execPath, [join(folder, sandbox, "build.ts")], options);
  // Not by Vite, which imports for tests.
  engine = createRequire(import.meta.url)(join(folder, sandbox, "dist/index.js"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const json = (value: unknown) => ({ content: { "application/json": { example: value } } });

const shop = {
  openapi: "3.1.0",
  info: { title: "Shop", version: "1" },
  security: [{ key: [] }],
  components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } } },
  paths: {
    "/orders/{id}": {
      get: {
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "integer" }, example: 7 }],
        responses: { 200: { description: "The order", ...json({ id: 7, items: [] }) } },
      },
    },
  },
};

const forms = {
  openapi: "3.0.3",
  info: { title: "Forms", version: "1" },
  servers: [{ url: "https://forms.example/v2" }],
  paths: {
    "/forms": {
      post: {
        requestBody: { required: true, ...json({ title: "Feedback" }) },
        responses: { 201: { description: "The form", ...json({ title: "Feedback", fields: 0 }) } },
      },
    },
  },
};

const texts = {
  openapi: "3.1.0",
  info: { title: "Texts", version: "1" },
  paths: {
    "/texts": {
      get: { responses: { 200: { description: "", content: { "text/plain": { example: "Hello" } } } } },
      delete: { responses: { 204: { description: "All gone" } } },
    },
  },
};

test("without what is only about this API, the sandbox compiles, and answers any description's documented examples", async () => {
  for (const description of [document, shop, forms, texts]) {
    const { fetch, collections } = engine.createSandbox({ description, strict: true });
    expect(collections).toEqual({});
    const described = readDescription(description);
    for (const operation of described.operations) {
      const response = await fetch(toRequest(exampleRequest(described, operation)));
      const { status, content } = documentedSuccess(operation);
      expect(response.status).toBe(status);
      const text = await response.text();
      if (content === undefined) expect(text).toBe("");
      // What has no example is answered with what the schema says.
      const [example] = content?.examples ?? [];
      if (example) expect(typeof example.value === "string" ? text : JSON.parse(text)).toEqual(example.value);
    }
  }
});

test("without what is only about this API, the sandbox keeps what it is told to", async () => {
  const sandbox = engine.createSandbox({
    description: shop,
    domain: {
      collections: [{ name: "orders", itemName: "order", schema: "Order", keys: ["id"] }],
      handlers: {},
    },
    start: [{ id: "a" }],
  });
  const headers = { "X-Key": "any", "Content-Type": "application/json" };
  const seed = { method: "POST", headers, body: '{"orders":[{"id":"b"}]}' };
  expect(await (await sandbox.fetch("http://sandbox/_sandbox/seed", seed)).json()).toEqual({ total: 2 });
  const listed = await sandbox.fetch("http://sandbox/_sandbox/orders", { headers });
  expect(await listed.json()).toEqual({ orders: [{ id: "a" }, { id: "b" }], total: 2, next_cursor: null });
});

function documentedSuccess({ responses }: Operation) {
  const success = responses.find(({ status }) => status.startsWith("2"));
  return { status: Number(success?.status), content: success?.content[0] };
}
