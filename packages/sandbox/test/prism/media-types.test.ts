import { describe, test } from "vitest";
import { type Answered, ask, expectAnswer, JSON_TYPE, ok, PROBLEM, things } from "../support/asking.ts";

/* A case of Prism's harness each, in other words: see differences.test.ts. */

describe("media types", () => {
  const xml = { "application/xml": { example: "<a/>" } };
  const both = { [JSON_TYPE]: { example: "j" }, ...xml };
  const text = { "text/plain": { example: "t" } };
  const vendor = { [JSON_TYPE]: { example: "j" }, "application/vnd.api+json": { example: "v" } };
  const browser =
    "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,image/apng,application/json;q=0.8,application/signed-exchange;v=b3";

  test.each<[string, object, string | undefined, Answered]>([
    [
      "the only one, as it is asked for",
      { [JSON_TYPE]: { example: "j" } },
      JSON_TYPE,
      [200, JSON_TYPE, '"j"'],
    ],
    [
      "the first that is asked for and there is",
      { ...text, ...xml },
      `application/xml, ${JSON_TYPE}`,
      [200, "application/xml", "<a/>"],
    ],
    [
      "the second, where there is no first",
      { [JSON_TYPE]: { example: "j" } },
      `application/xml, ${JSON_TYPE}`,
      [200, JSON_TYPE, '"j"'],
    ],
    ["the first in a range", both, "application/*", [200, JSON_TYPE, '"j"']],
    ["whatever there is", text, "*/*", [200, "text/plain", "t"]],
    [
      "the one with the greater weight",
      both,
      `${JSON_TYPE};q=0.8, application/xml;q=0.9`,
      [200, "application/xml", "<a/>"],
    ],
    [
      "the one without a weight",
      both,
      `${JSON_TYPE};q=0.8, application/xml`,
      [200, "application/xml", "<a/>"],
    ],
    [
      "the least wanted, where that is all",
      text,
      `${JSON_TYPE};q=0.8, application/xml, text/plain;q=0.5`,
      [200, "text/plain", "t"],
    ],
    ["another kind of JSON", vendor, "application/vnd.api+json", [200, "application/vnd.api+json", '"v"']],
    ["the first, where nothing is asked for", vendor, undefined, [200, JSON_TYPE, '"j"']],
    [
      "the first of a list that takes everything",
      { [JSON_TYPE]: { schema: { type: "string" } }, "text/plain": { schema: { type: "number" } } },
      `${JSON_TYPE}, text/plain, */*`,
      [200, JSON_TYPE, '"string"'],
    ],
    [
      "one that lacks a parameter",
      { "application/vnd.a+json": { example: "v" } },
      "application/vnd.a+json; version=1",
      [200, "application/vnd.a+json", '"v"'],
    ],
    ["the one among many that there is", { [JSON_TYPE]: { example: 1 } }, browser, [200, JSON_TYPE, "1"]],
    ["whatever there is for an empty Accept", text, "", [200, "text/plain", "t"]],
    ["none that is not there: 406", text, JSON_TYPE, [406, PROBLEM]],
    ["none for what is no media type: 406", text, "inv/alid", [406, PROBLEM]],
    [
      "JSON of a text is in quotes",
      { [JSON_TYPE]: { schema: { type: "string", example: "pong" } } },
      undefined,
      [200, JSON_TYPE, '"pong"'],
    ],
    [
      "text is as it is",
      { "text/plain": { schema: { type: "string", example: "pong" } } },
      "text/plain",
      [200, "text/plain", "pong"],
    ],
    [
      "so is a page",
      { "text/html": { schema: { type: "string", example: "pong" } } },
      "text/html",
      [200, "text/html", "pong"],
    ],
  ])("%s", (_, content, accept, answered) =>
    expectAnswer(ask(things(ok(content)), { headers: accept === undefined ? {} : { accept } }), answered),
  );

  test("XML of an example that is an object", () => {
    const schema = { type: "object", properties: { id: { type: "integer" }, name: { type: "string" } } };
    const examples = { one: { value: { id: 1, name: "Ada" } } };
    const answered = ask(things(ok({ "application/xml": { schema, examples } })), {
      headers: { accept: "application/xml" },
    });
    return expectAnswer(answered, [
      200,
      "application/xml",
      "<root>\n  <id>1</id>\n  <name>Ada</name>\n</root>",
    ]);
  });
});
