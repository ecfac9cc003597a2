import { beforeAll, describe, expect, test } from "vitest";
import { missingFrom } from "./browser.ts";
import { type BuiltReference, builtReference, wordsOf } from "./built-reference.ts";
import { big, idsOfPages, tagsLikeFolders, unusual } from "./unusual-description.ts";

let built: BuiltReference;

beforeAll(async () => {
  built = await builtReference(unusual);
});

const operationPage = (path: string) => wordsOf(built.files.get(`${path}/index.html`) ?? "");

describe("what a reader would not notice does not stop the build:", () => {
  test("a heading in an operation's text stands in its page, and makes none of its own", () => {
    expect(built.files.get("operations/get-heading/index.html")).toMatch(
      /<h2 id="merged-things">Merged Things<\/h2>/,
    );
  });

  test.each(tagsLikeFolders)("a tag named %s, like a folder of the site", (tag) => {
    expect([...built.files.keys()]).toEqual(
      expect.arrayContaining([
        `tag-${tag}/list-${tag}/index.html`,
        "operations/get-heading/index.html",
        "reference/index.html",
      ]),
    );
  });

  test.each(idsOfPages)("an operation named %s, like a part of the page", (id) => {
    expect(built.html).toContain(`<h3 id="${id}-2">${id}</h3>`);
    expect(built.ids.filter((one) => one === id).length).toBeLessThan(2);
  });

  test("an example with a property named `__proto__`, which objects of JavaScript have anyway", () => {
    expect(built.files.get("operations/post-proto/try.json")).toContain("own");
    expect(operationPage("operations/post-proto")).toMatch(/__proto__.{1,20}own/);
  });

  test("groups of tags that leave operations out, and operations without a tag, an id or a summary", () => {
    const landing = built.files.get("index.html") ?? "";
    const menu = wordsOf(/<nav class="menu".*?<\/nav>/s.exec(landing)?.[0] ?? "");
    expect(missingFrom(menu, ["Group", "getA", "getBThing", "GET /c/{d}"])).toEqual([]);
  });
});

describe("a schema", () => {
  test("that is used again inside of another is described again: recursion is an ancestor", () => {
    expect(built.html).toContain(`id="getAgain-200-first.second.leaf"`);
    expect(built.html).toContain(`id="getAgain-200-first.second.id"`);
  });

  test("that is inside of itself leads to where it is described", () => {
    expect(built.html).toMatch(/What is in it: <a href="#postNode-request">Node<\/a>/);
  });

  test("has alternatives inside of alternatives, each with what tells it apart", () => {
    expect(
      missingFrom(operationPage("operations/post-trigger"), [
        "Told apart by repeats",
        "repeats is once",
        "repeats is monthly",
        "dayC",
        "weekV",
      ]),
    ).toEqual([]);
  });

  test("whose alternatives only require properties shows each with what it requires", () => {
    expect(
      missingFrom(operationPage("operations/post-either"), [
        "With p1",
        "With p2",
        "p1 string required",
        "p2 string required",
      ]),
    ).toEqual([]);
  });
});

test("a response without an example has a sample that is made of its schema, and says so", () => {
  const { files } = built;
  const sample = '{ "id": 0, "first": { "id": 0, "second": { "id": 0, "leaf": "string" } } }';
  const html = wordsOf(files.get("operations/get-again/index.html") ?? "");
  expect(missingFrom(html, ["200 Sample", sample])).toEqual([]);
  expect(files.get("operations/get-again/index.md")).toContain("Made of the schema");
});

test("numbers stand as they are written, beyond 2^53 too, and so they do in the files", () => {
  const { html, files } = built;
  expect(wordsOf(html)).toContain(`Default ${big}`);
  expect(operationPage("operations/get-big")).toContain(`200 ok Copy ${big}`);
  expect(files.get("openapi.yaml")).toBe(unusual);
  expect(files.get("openapi.json")).toContain(`"default": ${big}`);
});
