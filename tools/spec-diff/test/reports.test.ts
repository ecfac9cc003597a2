import { expect, test } from "vitest";
import { findChanges, judge } from "../src/diff.ts";
import type { Difference } from "../src/difference.ts";
import { onlyOf } from "../src/narrow.ts";
import { prepare } from "../src/read/read.ts";
import { toGithub } from "../src/report/github.ts";
import { toHtml } from "../src/report/html.ts";
import { toJson } from "../src/report/json.ts";
import { toJunit } from "../src/report/junit.ts";
import { toMarkdown } from "../src/report/markdown.ts";
import { shareWords } from "../src/report/share-words.ts";
import { toText } from "../src/report/text.ts";
import { folderWith, specDiff } from "./support/command.ts";
import { components, describePets, merge, type Patch } from "./support/pets.ts";
import { aged, named } from "./support/pets-file.ts";
import { placesIn } from "./support/places.ts";

function compare(before: Patch, after: Patch): Difference {
  const [was, is] = [before, after].map((patch) => {
    const document = describePets("3.1.0", patch);
    return { ...prepare(document), placeOf: placesIn(document) };
  });
  if (!was || !is) throw new Error("Two descriptions are compared");
  const versions = { before: was, after: is };
  return judge(versions, findChanges(versions), { verdict: "compatible", problems: [] });
}

const ids = Array.from({ length: 30 }, (_, index) => `get${index}`);
/** Thirty operations, each with an object of its own that has these properties, and these statuses. */
function many(names: readonly string[], statuses: readonly string[] = [], summary = "Get it"): Patch {
  const operation = (operationId: string): Patch => ({
    operationId,
    summary: `${summary}: ${operationId}`,
    responses: Object.fromEntries(
      ["200", ...statuses].map((status) => [
        status,
        {
          description: "It",
          content: { "application/json": { schema: { $ref: `#/components/schemas/${operationId}` } } },
        },
      ]),
    ),
  });
  const schema = (): Patch => ({
    type: "object",
    properties: Object.fromEntries(names.map((name) => [name, { type: "string" }])),
  });
  return {
    paths: Object.fromEntries(ids.map((id) => [`/${id}`, { get: operation(id) }])),
    components: { schemas: Object.fromEntries(ids.map((id) => [id, schema()])) },
  };
}

test("what is said of many operations in the same words is one line, with all of them and how many there are", () => {
  const markdown = toMarkdown(compare(many(["a"]), many(["a"], ["429"])));
  expect(markdown).toContain(
    "### Several operations\n\n- `get0` has a documented answer for 429. The same goes for `get1`, ",
  );
  expect(markdown).toContain("30 times");
  expect(markdown.match(/documented answer/g)).toHaveLength(1);
});

test("changes stand under the operation that they are about, like ones in one line", () => {
  const text = toText(compare(many(["a", "b", "c"]), many(["c"])));
  expect(text).toContain(
    "\n  get7\n    `get7.a` is no longer a property of responses. The same goes for `get7.b`.\n" +
      "      rule    property-removed, 2 times\n" +
      "      change  property-removed /components/schemas/get7/properties/a\n" +
      "      change  property-removed /components/schemas/get7/properties/b\n",
  );
  expect(text).not.toContain("get7.c");
});

test("properties of one owner are told together, in whatever places it is, and none of their names is left out", () => {
  const names = ["a", "b", "c", "d"];
  expect(toText(compare(many(names), many([])))).toContain(
    "`get7.a` is no longer a property of responses. The same goes for `.b`, `.c` and `.d` of `get7`.\n",
  );
  expect(shareWords(["`a.x` (and `b.x`)", "`a.y` (and `b.y`)", "`a.z`", "`c.d.x`"])).toEqual([
    "`.x` and `.y` of `a` (and `b`)",
    "`a.z`",
    "`c.d.x`",
  ]);
  expect(shareWords(["`x` in the body that `put` takes", "`y` in the body that `put` takes"])).toEqual([
    "`.x` and `.y` of the body that `put` takes",
  ]);
  expect(
    shareWords(["the answer of `a` for 404", "the answer of `b` for 404", "the answer of `c` for 200"]),
  ).toEqual(["the answers of `a` and `b` for 404", "the answer of `c` for 200"]);
});

test("hundreds of changed texts are a line for each kind of them, folded", () => {
  const markdown = toMarkdown(compare(many(["a"]), many(["a"], [], "Have it")));
  expect(markdown).toContain(
    "<details><summary>Changes of the documentation: 30</summary>\n\n" +
      "- The summary of `get0` changed. The same goes for `get1`, `get2`, `get3`, `get4`, `get5`, `get6`, `get7`, `get8` and 21 more.\n\n" +
      "</details>",
  );
});

test("the same text of two places is told once, with how often it is so", () => {
  const parameter = (type: string) => ({ name: "page", in: "query", schema: { type } });
  const paged = (type: string): Patch => ({
    paths: Object.fromEntries(
      ids.slice(0, 2).map((id) => [
        `/${id}`,
        {
          get: { operationId: id, parameters: [parameter(type)], responses: { 204: { description: "" } } },
        },
      ]),
    ),
  });
  const text = toText(compare(paged("string"), paged("integer")));
  expect(text).toContain("    The query parameter `page` is of type `integer`; it was of type `string`.\n");
  expect(text).toContain("rule    type-changed, 2 times");
  expect(text).toContain("in      get0, get1");
});

test("only changes as strict as asked are shown, and the counts are of all", () => {
  const difference = compare(many(["a"]), many(["b"], [], "Have it"));
  for (const print of [toText, toMarkdown, toHtml, toJson, toJunit, toGithub]) {
    const shown = print(difference, "breaking");
    expect(shown).toContain("get3.a");
    expect(shown).not.toContain("get3.b");
    expect(shown).not.toContain("Get it");
  }
  expect(toText(difference, "breaking")).toContain("30 breaking, 30 additive, 30 of the documentation");
});

test("the changes of one operation have a verdict of their own", () => {
  const after = merge(many(["a"], ["429"]), components({ get3: { properties: null } }));
  const difference = compare(many(["a"]), after);
  expect(difference.verdict).toBe("breaking");
  expect(onlyOf(difference, ["get4"])).toMatchObject({
    verdict: "additive",
    changes: [{ rule: "response-added" }],
  });
  expect(onlyOf(difference, ["get3"]).verdict).toBe("breaking");
});

test("--operation takes one that either description has, and names them for another", async () => {
  const folder = folderWith({ "spec/openapi.yaml": aged, "old.yaml": named });
  const own = await specDiff(folder, "old.yaml", "--operation", "listPets", "--fail-on", "additive");
  expect(own).toMatchObject({ status: 3, stderr: "" });
  expect(await specDiff(folder, "old.yaml", "--operation", "getPets")).toEqual({
    status: 2,
    stdout: "",
    stderr: "No operation is called getPets. They are listPets.\n",
  });
});

test("a page for a browser loads nothing, runs nothing, and shows texts as they are", () => {
  const html = toHtml(compare(many(["<script>alert(1)</script>"]), many(["b & c"])));
  expect(html).toContain("<code>get0.&lt;script&gt;alert(1)&lt;/script&gt;</code>");
  expect(html).toContain("<code>get0.b &amp; c</code>");
  expect(html).not.toMatch(/<script|<link|src=|@import|url\(/);
  expect(html).toContain("<details open><summary><code>get0</code> (1)</summary>");
});

test("results of tests name what fails, and count it", () => {
  const difference = compare(many(["a"]), many(["b"]));
  const xml = toJunit(difference);
  expect(xml).toContain('<testsuites tests="61" failures="30" errors="0">');
  expect(xml).toContain(
    '<testcase classname="get0" name="additive: `get0.b` is a new optional property of responses."/>',
  );
  expect(xml).toMatch(
    /<failure message="`get0\.a` is no longer .*" type="property-removed">property-removed /,
  );
  expect(toJunit(difference, "documentation", "additive")).toContain('failures="60"');
  const control = compare(many(["a"]), many(["a", "\u0007<"]));
  expect(toJunit(control)).toContain("`get0.&lt;`");
});

test("an annotation stands at the line, of what was removed at what is left around it, and keeps to its line", () => {
  const lines = toGithub(compare(many(["a,b:c"]), many([])), "breaking").split("\n");
  expect(lines).toHaveLength(31);
  expect(lines[0]).toBe(
    "::error file=pets.yaml,line=1,col=1,title=property-removed::`get0.a,b:c` is no longer a property of responses.",
  );
  expect(toGithub(compare(many(["a"]), many(["a"], ["429"])))).toBe("");
  expect(toGithub(compare(many(["a"]), many(["a"], ["429"])), "additive")).toMatch(/^::notice file=/);
});

test("a break that the compiler alone sees is told in words, and in the compiler's own only to who asks for all", () => {
  const problem = {
    operation: "putPet",
    side: "input",
    part: "input",
    summary: "`putPet` no longer takes all that it took as `name`.",
    message: "Type 'A' is not assignable to type 'B'.\n  100%",
    identity: "",
  } as const;
  const difference: Difference = {
    ...compare({}, {}),
    verdict: "breaking",
    compiler: { verdict: "breaking", problems: [problem] },
  };
  expect(toGithub(difference)).toBe(
    "::error title=putPet::`putPet` no longer takes all that it took as `name`.\n",
  );
  expect(toJunit(difference)).toContain('failures="1"');
  for (const print of [toText, toMarkdown, toHtml, toJunit]) {
    expect(print(difference)).toContain("no longer takes all that it took as");
    expect(print(difference)).not.toContain("assignable");
  }
  expect(toJson(difference)).toContain("Type 'A' is not assignable to type 'B'.\\n  100%");
});
