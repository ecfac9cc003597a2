import { beforeAll, describe, expect, test } from "vitest";
import { missingFrom } from "./browser.ts";
import { type BuiltReference, builtReference, wordsOf } from "./built-reference.ts";
import { openapi30, openapi31 } from "./compositions.ts";

describe.each([
  [
    "3.0",
    openapi30,
    [
      "Terms of service",
      "Keeper",
      "keeper@zoo.example",
      "Zoo License",
      "https://{city}.zoo.example By city",
      "{city} Where the zoo is.; default delft; one of delft oslo",
      "API key in the query parameter zoo_key",
      "user name and a password",
      "bearer token of OAuth 2.0",
      "Client credentials flow",
      "https://zoo.example/token",
      "Scope read Look at animals",
      "bearer token of OpenID Connect",
      "More on animals",
      "Also under Food",
      "deprecated",
      "Feed an animal",
      "id integer (int64)",
      "Which one.",
      "Written in the style deepObject",
      "Each value by itself",
      "colour string",
      "Of its fur.",
      "Written as application/json",
      "multipart/form-data",
      "photo string (binary)",
      "photo is sent as image/png",
      "Fed, and happy",
      "X-Meals integer",
      "How many today.",
      "Burp",
      "again leads to",
      "Feed it again.",
      "id is $response.body#/id",
      "Whether it is open.",
      "For whoever looks after it.",
      "array of objects",
      "Items are unique",
      "At least so many items: 1",
      "4XX It bit",
      "Callback onDigested",
      "digested_at string",
      "204 Noted",
      "Whatever breathes.",
      "Told apart by kind",
      "kind is cat",
      "claws integer",
      "More than 0",
      "At most 20",
      "Multiple of 2",
      "friends array of objects",
      "At most so many items: 3",
      "chip string, may be null, read only",
      "Pattern ^[a-z]+$",
      "At least so many characters: 2",
      "At most so many characters: 9",
      "secret string (password), write only",
      "prey string or integer",
      "Must not be",
      "owner object, may be null",
      "Who feeds it.",
      "What it is.",
      "A fish",
      "At most so many properties: 5",
      "scales number (double)",
      "Default 1.5",
      "Any other property is string",
      "No other properties",
    ],
  ],
  [
    "3.1",
    openapi31,
    [
      "Webhooks",
      "Something has grown",
      "object, may be null",
      "leaves integer or string",
      "Examples 3 many",
      "Required too: roots",
      "Always rose",
      "parent object, may be null",
      "Whom it came from.",
      "seed object, may be null",
      "What it grows from.",
      "weight number",
      "Items, in this order",
      "East.",
      "North.",
      "Has an item that is",
      "Pattern ^row",
      "At least so many items that match: 2",
      "nothing nothing",
      "anything any type",
      "empty null",
      "Content type text/html",
      "Content encoding base64",
      "/^x-/ boolean",
      "An extension.",
      "Names of properties are",
      "At most so many characters: 30",
      "With leaves also required: family",
      "With seed",
      "sown_at integer",
      "If it is",
      "Then it is",
      "thorns integer",
      "Otherwise it is",
      "soft boolean",
    ],
  ],
])("of OpenAPI %s", (_, description, expected) => {
  let built: BuiltReference;

  beforeAll(async () => {
    built = await builtReference(description);
  });

  test("the page and the Markdown say everything", () => {
    expect(missingFrom(wordsOf(built.html), expected)).toEqual([]);
    const plain = built.markdown.replace(/[`\\*]/g, "").replace(/\s+/g, " ");
    expect(missingFrom(plain, expected)).toEqual([]);
  });

  test("no two anchors are the same, and every link on the page has its anchor", () => {
    const { html, ids } = built;
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const links = [...html.matchAll(/ href="#([^"]*)"/g)].map(([, id = ""]) => decodeURIComponent(id));
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test("headings skip no level", () => {
    const [, main = ""] = built.html.split("<main");
    const levels = [...main.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
  });
});

describe("anchors", () => {
  test("are named after what they lead to, and stay when something is added to the description", async () => {
    const before = (await builtReference(openapi30)).ids;
    const expected = [
      ...[
        "feed",
        "feed-path-id",
        "feed-query-filter.colour",
        "feed-200",
        "feed-200-header-X-Meals",
        "feed-4XX",
      ],
      ...[
        "feed-request-claws",
        "feed-request-kind",
        "feed-request-Fish.scales",
        "tag-Animals",
        "authentication-key",
      ],
    ];
    expect(expected.filter((id) => !before.includes(id))).toEqual([]);

    const grown = structuredClone(openapi30);
    const response = {
      description: "Full",
      content: { "application/json": { schema: { $ref: "#/components/schemas/Cat" } } },
    };
    const { paths, components } = grown;
    Object.assign(paths, {
      "/aardvarks": { get: { operationId: "aardvarks", tags: ["Animals"], responses: { 200: response } } },
    });
    Object.assign(paths["/animals/{id}"].post.responses, { 100: response });
    Object.assign(components.schemas.Being.properties, { age: { type: "integer" } });
    const after = new Set((await builtReference(grown)).ids);
    expect(before.filter((id) => !after.has(id))).toEqual([]);
  });
});

const info = { title: "T", version: "1" };
const json = (schema: unknown) => ({ content: { "application/json": { schema } } });
const responses = { 200: { description: "ok" } };

describe("what a reader would not notice does not stop the build:", () => {
  test("a heading in an operation's text stands in its page, and makes none of its own", async () => {
    const { files } = await builtReference({
      openapi: "3.1.0",
      info,
      paths: {
        "/a": { get: { operationId: "getA", description: "Text.\n\n### Merged Things\n\nMore.", responses } },
      },
    });
    expect(files.get("operations/get-a/index.html")).toMatch(/<h2 id="merged-things">Merged Things<\/h2>/);
  });

  test.each(["reference", "guides", "versions", "assets", "operations"])(
    "a tag named %s, like a folder of the site",
    async (tag) => {
      const { files } = await builtReference({
        openapi: "3.1.0",
        info,
        paths: {
          "/a": { get: { tags: [tag], operationId: "getA", responses } },
          "/b": { get: { responses } },
        },
      });
      expect([...files.keys()]).toEqual(
        expect.arrayContaining([
          `tag-${tag}/get-a/index.html`,
          "operations/get-b/index.html",
          "reference/index.html",
        ]),
      );
    },
  );

  test("groups of tags that leave operations out, and operations without a tag, an id or a summary", async () => {
    const { files } = await builtReference({
      openapi: "3.1.0",
      info,
      "x-tagGroups": [{ name: "Group", tags: ["a"] }],
      tags: [{ name: "a" }, { name: "b" }],
      paths: {
        "/a": { get: { tags: ["a"], operationId: "getA", responses } },
        "/b": { get: { tags: ["b"], operationId: "getBThing", responses } },
        "/c/{d}": { get: { responses } },
      },
    });
    const menu = wordsOf(/<nav class="menu".*?<\/nav>/s.exec(files.get("index.html") ?? "")?.[0] ?? "");
    expect(missingFrom(menu, ["Group", "getA", "getBThing", "GET /c/{d}"])).toEqual([]);
  });
});

describe("a schema", () => {
  test("that is used again inside of another is described again: recursion is an ancestor", async () => {
    const inner = (name: string, schema: unknown) => ({
      allOf: [{ $ref: "#/components/schemas/Id" }, { type: "object", properties: { [name]: schema } }],
    });
    const { html } = await builtReference({
      openapi: "3.1.0",
      info,
      paths: {
        "/a": {
          get: {
            operationId: "getA",
            responses: {
              200: {
                description: "ok",
                ...json(inner("first", inner("second", inner("leaf", { type: "string" })))),
              },
            },
          },
        },
      },
      components: {
        schemas: { Id: { type: "object", required: ["id"], properties: { id: { type: "number" } } } },
      },
    });
    expect(html).toContain(`id="getA-200-first.second.leaf"`);
    expect(html).toContain(`id="getA-200-first.second.id"`);
  });

  test("that is inside of itself leads to where it is described", async () => {
    const { html } = await builtReference({
      openapi: "3.1.0",
      info,
      paths: {
        "/a": {
          post: { operationId: "postA", requestBody: json({ $ref: "#/components/schemas/Node" }), responses },
        },
      },
      components: {
        schemas: {
          Node: {
            type: "object",
            properties: { next: { type: "array", items: { $ref: "#/components/schemas/Node" } } },
          },
        },
      },
    });
    expect(html).toMatch(/What is in it: <a href="#postA-request">Node<\/a>/);
  });

  test("has alternatives inside of alternatives, each with what tells it apart", async () => {
    const kind = (name: string) => ({
      type: "object",
      required: ["repeats"],
      properties: { repeats: { type: "string" }, [name]: {} },
    });
    const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
    const { html } = await builtReference({
      openapi: "3.1.0",
      info,
      paths: { "/a": { post: { operationId: "postA", requestBody: json(ref("Trigger")), responses } } },
      components: {
        schemas: {
          Trigger: {
            type: "object",
            properties: {
              data: {
                oneOf: [ref("Once"), ref("Monthly")],
                discriminator: {
                  propertyName: "repeats",
                  mapping: { once: "#/components/schemas/Once", monthly: "#/components/schemas/Monthly" },
                },
              },
            },
          },
          Once: kind("at"),
          Monthly: { oneOf: [ref("Concise"), ref("Verbose")] },
          Concise: kind("dayC"),
          Verbose: kind("weekV"),
        },
      },
    });
    expect(
      missingFrom(wordsOf(html), [
        "Told apart by repeats",
        "repeats is once",
        "repeats is monthly",
        "dayC",
        "weekV",
      ]),
    ).toEqual([]);
  });

  test("whose alternatives only require properties shows each with what it requires", async () => {
    const { html } = await builtReference({
      openapi: "3.1.0",
      info,
      paths: {
        "/a": {
          post: {
            operationId: "postA",
            requestBody: json({
              type: "object",
              properties: { p1: { type: "string" }, p2: { type: "string" } },
              oneOf: [{ required: ["p1"] }, { required: ["p2"] }],
            }),
            responses,
          },
        },
      },
    });
    expect(
      missingFrom(wordsOf(html), ["With p1", "With p2", "p1 string required", "p2 string required"]),
    ).toEqual([]);
  });

  test("has its numbers as they are written, beyond 2^53 too, and so have the files", async () => {
    const big = "9007199254740993";
    const text = `openapi: 3.1.0
info: { title: T, version: "1" }
paths:
  /a:
    get:
      operationId: getA
      parameters: [{ name: big, in: query, schema: { type: integer, default: ${big} } }]
      responses: { "200": { description: ok, content: { application/json: { schema: { type: integer }, example: ${big} } } } }
`;
    const { html, files } = await builtReference(text);
    expect(wordsOf(html)).toContain(`Default ${big}`);
    expect(wordsOf(files.get("operations/get-a/index.html") ?? "")).toContain(big);
    expect(files.get("openapi.yaml")).toBe(text);
    expect(files.get("openapi.json")).toContain(`"default": ${big}`);
  });
});

describe("a page stays of a size that can be read:", () => {
  const largest = (files: ReadonlyMap<string, string>) =>
    Math.max(...[...files].filter(([path]) => path.endsWith(".html")).map(([, text]) => text.length));

  test("schemas that are all inside of each other", async () => {
    const names = Array.from({ length: 20 }, (_, index) => `Part${index}`);
    const properties = Object.fromEntries(
      names.map((name) => [name.toLowerCase(), { $ref: `#/components/schemas/${name}` }]),
    );
    const { files, ids, html } = await builtReference({
      openapi: "3.0.3",
      info,
      paths: {
        "/parts": {
          get: {
            operationId: "parts",
            responses: { 200: { description: "ok", ...json({ $ref: "#/components/schemas/Part0" }) } },
          },
        },
      },
      components: {
        schemas: Object.fromEntries(
          names.map((name) => [name, { type: "object", description: `What ${name} is.`, properties }]),
        ),
      },
    });
    expect(ids).toContain("parts-200-part7");
    expect(ids.filter((id) => /^schema-Part\d+$/.test(id)).length).toBeGreaterThanOrEqual(19);
    expect(html).toContain(`href="#schema-Part7"`);
    expect(largest(files)).toBeLessThan(1_500_000);
  });

  test("an example of three megabytes, and thousands of values", async () => {
    const example = Array.from({ length: 60_000 }, (_, index) => ({
      index,
      text: "some text of an example",
    }));
    const values = Array.from({ length: 5_000 }, (_, index) => `value-${index}`);
    const { files } = await builtReference({
      openapi: "3.1.0",
      info,
      paths: {
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
    });
    expect(largest(files)).toBeLessThan(1_500_000);
    const page = wordsOf(files.get("operations/post-a/index.html") ?? "");
    expect(missingFrom(page, ["cut here: the whole of it", "5000 allowed values", "4500 more"])).toEqual([]);
  }, 90_000);

  test("more operations than one page can hold: what is cut says so, and leads to the whole of it", async () => {
    const properties = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `p${index}`,
        { type: "string", description: "x".repeat(60) },
      ]),
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
    expect(largest(files)).toBeLessThan(1_500_000);
    const last = html.slice(html.indexOf('id="get149"'));
    expect(wordsOf(last)).toContain("is cut here, since this page would be too large. All of it");
    expect(last).toContain(`href="/docs/operations/get149/"`);
  }, 120_000);
});
