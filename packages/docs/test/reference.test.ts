import { describe, expect, test } from "vitest";
import type { Description, JsonObject } from "../src/description.ts";
import { plainReference } from "../src/plain/files.ts";
import { missingFrom } from "./browser.ts";
import { openapi30, openapi31 } from "./compositions.ts";

const address = { url: "https://zoo.example/docs/", base: "/docs/" };

/** The page's text without its marks, the Markdown without its own, and the page's ids. */
function plain(description: Description) {
  const [page, markdown] = plainReference(description, { address, folderOf: () => "" });
  const html = page?.text ?? "";
  const text = html
    .replace(/<style>.*?<\/style>/s, "")
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
  return {
    html,
    texts: [text, markdown?.text.replace(/[`\\*]/g, "").replace(/\((\w[\w ]*)\)/g, "$1") ?? ""].map((part) =>
      part.replace(/\s+/g, " "),
    ),
    ids: [...html.matchAll(/ id="([^"]*)"/g)].map(([, id = ""]) => id),
  };
}

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
      "Variable city",
      'Default: "delft"',
      'Enum: "delft" "oslo"',
      "Where the zoo is.",
      "API key in the query zoo_key",
      "HTTP, scheme basic",
      "OAuth 2.0",
      "Client credentials flow:",
      "https://zoo.example/token",
      "read Look at animals",
      "OpenID Connect: ",
      "Authentication: key, or oauth with read and basic",
      "Authentication: none",
      "More on animals",
      "Also tagged: Food",
      "POST /animals/{id} deprecated",
      "One animal",
      "GET /health",
      "id integer <int64> required",
      "Which one.",
      'Style: "deepObject"',
      "Exploded: true",
      "colour string",
      "Of its fur.",
      "As application/json",
      '{ "night": true }',
      "multipart/form-data",
      "photo string <binary>",
      "Encoding of photo:",
      'Content type: "image/png"',
      "X-Lens string",
      "Fed, and happy",
      "X-Meals integer",
      "How many today.",
      "Burp",
      "array of one of the following",
      "Items are unique: true",
      "Minimum number of items: 1",
      "In a file",
      "https://zoo.example/fed.json",
      "Link again to feed",
      "id is $response.body#/id",
      "Feed it again.",
      "4XX It bit",
      "Callback onDigested",
      "POST {$request.body#/callback} to your server",
      "digested_at string",
      "204 Noted",
      "Whatever breathes.",
      "One of:",
      "Told apart by: kind",
      '"cat" stands for Cat',
      "All of:",
      "Being object",
      "No other properties",
      "claws integer required",
      "More than: 0",
      "Minimum: 0",
      "Maximum: 20",
      "Multiple of: 2",
      "friends array of object",
      "Each item: Cat",
      "Maximum number of items: 3",
      "chip string or null read only",
      'Pattern: "^[a-z]+$"',
      "Minimum length: 2",
      "Maximum length: 9",
      "secret string <password> write only",
      "prey string or integer",
      "Not:",
      'Enum: "angry"',
      "owner object or null",
      "Who feeds it.",
      "What it is.",
      "A fish object",
      "Maximum number of properties: 5",
      "scales number <double> deprecated",
      "Default: 1.5",
      "any other property string",
      "Whatever a diver noted.",
    ],
  ],
  [
    "3.1",
    openapi31,
    [
      "Webhooks",
      "Something has grown",
      "POST to your server: webhook grown",
      "object or null",
      "leaves integer or string required",
      'Examples: 3 "many"',
      "Required: roots",
      'Value: "rose"',
      "parent object or null Plant",
      "Whom it came from.",
      "seed object or null",
      "What it grows from.",
      "weight number",
      "Items, in this order:",
      "East.",
      "North.",
      "An item:",
      'Pattern: "^row"',
      "Minimum number of items that match: 2",
      "nothing nothing",
      "anything any",
      "empty null",
      'Content media type: "text/html"',
      'Content encoding: "base64"',
      "/^x-/ boolean",
      "An extension.",
      "Names of properties:",
      "Maximum length: 30",
      "any other property number",
      "Anything measured.",
      "With leaves also required: family",
      "With seed:",
      "sown_at integer",
      "If:",
      "Then:",
      "thorns integer",
      "Else:",
      "soft boolean",
    ],
  ],
])("of OpenAPI %s", (_, description, expected) => {
  test("the page and the Markdown say everything", () => {
    const [page = "", markdown = ""] = plain(description).texts;
    expect(missingFrom(page, expected)).toEqual([]);
    expect(missingFrom(markdown, expected)).toEqual([]);
  });

  test("no two anchors are the same, and every link on the page has its anchor", () => {
    const { html, ids } = plain(description);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const links = [...html.matchAll(/ href="#([^"]*)"/g)].map(([, id = ""]) => decodeURIComponent(id));
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test("headings skip no level", () => {
    const levels = [...plain(description).html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
  });
});

test("anchors are named after what they lead to", () => {
  const expected = [
    ...[
      "feed",
      "feed-path-id",
      "feed-query-filter.colour",
      "feed-200",
      "feed-200-header-X-Meals",
      "feed-4XX",
      "get-health",
    ],
    ...[
      "feed-request-Cat.kind",
      "feed-request-Cat.claws",
      "tag-Animals",
      "authentication-key",
      "feed-request-Fish.scales",
    ],
  ];
  const { ids } = plain(openapi30);
  const withDigest = ids.map((id) => id.replace(/-[\da-f]{6}$/, ""));
  expect(expected.filter((id) => !withDigest.includes(id))).toEqual([]);
});

test("anchors stay the same when something is added to the description", () => {
  const grown = structuredClone(openapi30);
  const response = {
    description: "Full",
    content: { "application/json": { schema: { $ref: "#/components/schemas/Cat" } } },
  };
  const { paths, components } = grown as unknown as {
    paths: JsonObject;
    components: { schemas: JsonObject };
  };
  const [animals] = Object.values(openapi30["paths"] as Record<string, { post: JsonObject }>);
  grown["paths"] = {
    "/aardvarks": { get: { operationId: "aardvarks", tags: ["Animals"], responses: { 200: response } } },
    ...paths,
    "/animals/{id}": {
      ...animals,
      post: { ...animals?.post, responses: { 100: response, ...(animals?.post["responses"] as JsonObject) } },
    },
  };
  components.schemas["Being"] = {
    type: "object",
    properties: { age: { type: "integer" }, kind: { type: "string" } },
  };
  const after = new Set(plain(grown).ids);
  expect(plain(openapi30).ids.filter((id) => !after.has(id))).toEqual([]);
});

test("components that nest in each other too often are described once each", () => {
  const names = Array.from({ length: 80 }, (_, index) => `Part${index}`);
  const properties = Object.fromEntries(
    names.map((name) => [name.toLowerCase(), { $ref: `#/components/schemas/${name}` }]),
  );
  const part = (name: string) => ({ type: "object", description: `What ${name} is.`, properties });
  const responses = {
    200: {
      description: "Fine",
      content: { "application/json": { schema: { $ref: "#/components/schemas/Part0" } } },
    },
  };
  const description: Description = {
    openapi: "3.0.3",
    info: { title: "Parts", version: "1" },
    paths: { "/parts": { get: { operationId: "parts", responses } } },
    components: { schemas: Object.fromEntries(names.map((name) => [name, part(name)])) },
  };
  const { ids, html } = plain(description);
  expect(ids).toContain("parts-200-part7");
  expect(ids.filter((id) => /^schema-Part\d+$/.test(id))).toHaveLength(80);
  expect(new Set(ids).size).toBe(ids.length);
  expect(html).toContain(`href="#schema-Part7"`);
});
