import { beforeAll, describe, expect, test } from "vitest";
import { missingFrom } from "./browser.ts";
import { type BuiltReference, builtReference, idsIn, wordsOf } from "./built-reference.ts";
import { openapi30 } from "./compositions.ts";
import { unusual } from "./unusual-description.ts";

/** The zoo with an operation, a response and a property that its release does not have. */
function buildZoo(): Promise<BuiltReference> {
  const { paths, components, ...zoo } = structuredClone(openapi30);
  const response = {
    description: "Full",
    content: { "application/json": { schema: { $ref: "#/components/schemas/Cat" } } },
  };
  Object.assign(paths, {
    "/aardvarks": { get: { operationId: "aardvarks", tags: ["Animals"], responses: { 200: response } } },
  });
  Object.assign(paths["/animals/{id}"].post.responses, { 100: response });
  Object.assign(components.schemas.Being.properties, { age: { type: "integer" } });
  return builtReference({ ...zoo, paths, components }, { "1.0.0": openapi30 });
}

describe.each([
  [
    "3.0",
    buildZoo,
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
      "Example In a file: ",
      "https://zoo.example/fed.json",
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
    () => builtReference(unusual),
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
])("of OpenAPI %s", (_, build, expected) => {
  let built: BuiltReference;

  beforeAll(async () => {
    built = await build();
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

test("an example that stands elsewhere is a link, where that is an address of the web", async () => {
  const { html, markdown } = await buildZoo();
  const { examples } = openapi30.paths["/animals/{id}"].post.responses[200].content["application/json"];
  for (const { externalValue: address } of Object.values(examples)) {
    const isWeb = address.startsWith("https:");
    expect([address, html.includes(`href="${address}"`)]).toEqual([address, isWeb]);
    expect([address, markdown.includes(`(${address})`)]).toEqual([address, isWeb]);
    expect(html).toContain(`>${address}</`);
  }
});

test("guides speak of the API of this repository, and are left out for any other", async () => {
  const { files } = await buildZoo();
  expect(files.get("index.html")).not.toContain("Quick start");
  expect([...files.keys()].filter((path) => path.startsWith("guides/"))).toEqual([]);
});

describe("anchors", () => {
  test("are named after what they lead to, and stay when something is added to the description", async () => {
    const { files, ids } = await buildZoo();
    const before = idsIn(files.get("versions/1.0.0/index.html") ?? "");
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
    expect(ids).toContain("aardvarks");
    expect(before.filter((id) => !ids.includes(id))).toEqual([]);
  });
});
