import { expect, test } from "vitest";
import { createSandbox } from "../src/visitors/index.ts";

/** A sandbox in which each path answers with its own template. */
function sandboxOf(paths: readonly string[], servers?: object[]) {
  const items = paths.map((path) => {
    const content = { "application/json": { example: path } };
    return [path, { get: { responses: { "200": { description: "", content } } } }];
  });
  const description = { openapi: "3.1.0", info: {}, paths: Object.fromEntries(items), servers };
  const sandbox = createSandbox({ description });
  return async (path: string): Promise<unknown> => {
    const response = await sandbox.fetch(`http://sandbox${path}`);
    return response.status === 200 ? response.json() : response.status;
  };
}

test("a concrete path goes before a templated one", async () => {
  const get = sandboxOf(["/{any}/b", "/things/{id}", "/things/mine", "/things/{id}.json", "/{any}"]);
  expect(await get("/things/mine")).toBe("/things/mine");
  expect(await get("/things/7")).toBe("/things/{id}");
  expect(await get("/things/7.json")).toBe("/things/{id}.json");
  expect(await get("/things/b")).toBe("/things/{id}");
  expect(await get("/other/b")).toBe("/{any}/b");
  expect(await get("/things")).toBe("/{any}");
});

test("a parameter may be a part of a segment", async () => {
  const get = sandboxOf(["/report-{year}-{month}.{format}", "/files/{name}:copy"]);
  expect(await get("/report-2024-04.pdf")).toBe("/report-{year}-{month}.{format}");
  expect(await get("/files/a%2Fb:copy")).toBe("/files/{name}:copy");
  expect(await get("/files/a:move")).toBe(404);
});

test("characters that mean something to path matchers mean themselves", async () => {
  const get = sandboxOf(["/a(b)*", "/c:d/{e}", "/f?/{g}", "/h é/{i}"]);
  expect(await get("/a(b)*")).toBe("/a(b)*");
  expect(await get("/a(b)")).toBe(404);
  expect(await get("/c:d/1")).toBe("/c:d/{e}");
  expect(await get("/h%20%C3%A9/1")).toBe("/h é/{i}");
});

test("the path of a server may be there or not", async () => {
  const get = sandboxOf(
    ["/things"],
    [{ url: "https://api.example.com/v1/" }, { url: "/{base}", variables: { base: { default: "v2" } } }],
  );
  expect(await get("/things")).toBe("/things");
  expect(await get("/v1/things")).toBe("/things");
  expect(await get("/v2/things")).toBe("/things");
  expect(await get("/v3/things")).toBe(404);
});
