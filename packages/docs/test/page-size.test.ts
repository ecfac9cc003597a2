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
  const example = Array.from({ length: 1_000 }, (_, index) => ({ index, text: "some text ".repeat(300) }));
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

describe("of many operations on one page", () => {
  const operations = (count: number, schemaOf: (index: number) => unknown) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `/a${index}`,
        {
          get: {
            operationId: `get${index}`,
            responses: { 200: { description: "ok", ...json(schemaOf(index)) } },
          },
        },
      ]),
    );
  /** A few properties with much to say make a page as large as many with little, in less time. */
  const properties = Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [`p${index}`, { type: "string", description: "x".repeat(700) }]),
  );
  /** More than there is room for, when each is whole. */
  const count = 60;

  describe("more than there is room for", () => {
    let built: BuiltReference;

    beforeAll(async () => {
      const paths = operations(count, () => ({ type: "object", properties }));
      built = await builtReference({ openapi: "3.1.0", info, paths });
    });

    test("as many are whole as there is room for", () => {
      expect(largestPage(built.files)).toBeLessThan(1_500_000);
      expect(built.html.length).toBeGreaterThan(1_250_000);
    });

    test("what is cut says so, and leads to the whole of it", () => {
      const last = built.html.slice(built.html.indexOf(`id="get${count - 1}"`));
      expect(wordsOf(last)).toContain("is cut here, since this page would be too large. All of it");
      expect(last).toContain(`href="/docs/operations/get${count - 1}/"`);
    });

    test("the browser may answer its reader before all of it is read", () => {
      const [, ...scripts] = built.html
        .slice(built.html.indexOf("<main"))
        .split(/<script>[^<]*<\/script>/)
        .map((between) => between.length);
      expect(scripts.length).toBeGreaterThan(30);
      expect(Math.max(...scripts)).toBeLessThan(50_000);
    });
  });

  describe("with components in common", () => {
    let built: BuiltReference;

    beforeAll(async () => {
      const part = { $ref: "#/components/schemas/Part" };
      const secret = { type: "string", writeOnly: true };
      const made = { type: "string", readOnly: true };
      built = await builtReference({
        openapi: "3.1.0",
        info,
        paths: operations(count, () => ({ $ref: "#/components/schemas/Whole" })),
        components: {
          schemas: {
            Whole: {
              type: "object",
              description: "What they have in common.",
              properties: { ...properties, part },
            },
            "Part-secret": { type: "object", properties: { made } },
            Part: {
              type: "object",
              properties: {
                secret,
                made,
                other: { $ref: "#/components/schemas/Part-secret" },
                again: { $ref: "#/components/schemas/Whole" },
              },
            },
          },
        },
      });
    });

    test("each component is described once, and every operation leads to it", () => {
      const { html, ids } = built;
      expect(html).not.toContain("is cut here");
      expect(html.split(`href="#schema-Whole"`).length).toBeGreaterThan(count);
      expect(ids.filter((id) => id.endsWith("-p29"))).toEqual(["schema-Whole-p29"]);
      expect(ids).toContain("schema-Part-secret");
      expect(ids).toContain("schema-Part-made");
      expect(ids).not.toContain("schema-Part-again.p29");
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
      const links = [...html.matchAll(/ href="#([^"]*)"/g)].map(([, id = ""]) => decodeURIComponent(id));
      expect(links.filter((id) => !ids.includes(id))).toEqual([]);
    });

    test("the page of an operation has them in place", () => {
      const page = built.files.get(`operations/get${count - 1}/index.html`);
      expect(page).toContain(`id="get${count - 1}-200-p29"`);
    });

    test("so it is in Markdown", () => {
      expect(built.markdown.split("`p29` string").length).toBe(2);
      expect(missingFrom(built.markdown, [`### get${count - 1}`, "### Whole", "see Whole"])).toEqual([]);
    });
  });
});
