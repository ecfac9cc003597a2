import { beforeAll, describe, expect, test } from "vitest";
import { missingFrom } from "./browser.ts";
import { type BuiltReference, builtReference, wordsOf } from "./built-reference.ts";

const info = { title: "T", version: "1" };
const json = (schema: unknown) => ({ content: { "application/json": { schema } } });

const largestPage = (files: ReadonlyMap<string, string>) =>
  Math.max(...[...files].filter(([path]) => path.endsWith(".html")).map(([, text]) => text.length));

describe("a page stays of a size that can be read,", () => {
  let built: BuiltReference;

  const names = Array.from({ length: 20 }, (_, index) => `Part${index}`);
  const properties = Object.fromEntries(
    names.map((name) => [name.toLowerCase(), { $ref: `#/components/schemas/${name}` }]),
  );
  const example = Array.from({ length: 60_000 }, (_, index) => ({ index, text: "some text of an example" }));
  const values = Array.from({ length: 5_000 }, (_, index) => `value-${index}`);

  beforeAll(async () => {
    built = await builtReference({
      openapi: "3.1.0",
      info,
      paths: {
        "/parts": {
          get: {
            operationId: "parts",
            responses: { 200: { description: "ok", ...json({ $ref: "#/components/schemas/Part0" }) } },
          },
        },
        "/a": {
          post: {
            operationId: "postA",
            requestBody: {
              content: {
                "application/json": { schema: { type: "array", items: { enum: values } }, example },
              },
            },
            responses: {
              200: { description: "ok", content: { "application/json": { schema: {}, example } } },
            },
          },
        },
      },
      components: {
        schemas: Object.fromEntries(
          names.map((name) => [name, { type: "object", description: `What ${name} is.`, properties }]),
        ),
      },
    });
  });

  test("whose schemas are all inside of each other", () => {
    const { files, ids, html } = built;
    expect(ids).toContain("parts-200-part7");
    expect(ids.filter((id) => /^schema-Part\d+$/.test(id)).length).toBeGreaterThanOrEqual(19);
    expect(html).toContain(`href="#schema-Part7"`);
    expect(largestPage(files)).toBeLessThan(1_500_000);
  });

  test("with an example of three megabytes, and thousands of values", () => {
    const page = wordsOf(built.files.get("operations/post-a/index.html") ?? "");
    expect(missingFrom(page, ["cut here: the whole of it", "5000 allowed values", "4500 more"])).toEqual([]);
    expect(largestPage(built.files)).toBeLessThan(1_500_000);
  });
});

test("with more operations than one page can hold, what is cut says so, and leads to the whole of it", async () => {
  const properties = Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [`p${index}`, { type: "string", description: "x".repeat(60) }]),
  );
  const operation = (index: number) => ({
    operationId: `get${index}`,
    responses: { 200: { description: "ok", ...json({ type: "object", properties }) } },
  });
  const { files, html } = await builtReference({
    openapi: "3.1.0",
    info,
    paths: Object.fromEntries(
      Array.from({ length: 150 }, (_, index) => [`/a${index}`, { get: operation(index) }]),
    ),
  });
  expect(largestPage(files)).toBeLessThan(1_500_000);
  const last = html.slice(html.indexOf('id="get149"'));
  expect(wordsOf(last)).toContain("is cut here, since this page would be too large. All of it");
  expect(last).toContain(`href="/docs/operations/get149/"`);
});
