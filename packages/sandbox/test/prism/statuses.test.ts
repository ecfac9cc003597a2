import { describe, test } from "vitest";
import { type Answered, ask, empty, expectAnswer, JSON_TYPE, ok, plain, things } from "../support/asking.ts";
import { json } from "../support/describing.ts";

/* A case of Prism's harness each, in other words: see differences.test.ts. */

describe("statuses", () => {
  const ranges = { "503": plain("busy"), "5XX": plain("broken"), default: plain("other") };

  test.each<[string, object, string | undefined, Answered]>([
    ["default, where that is all", { default: json({ example: "d" }) }, undefined, [200, JSON_TYPE, '"d"']],
    [
      "default for a status that is asked for",
      { ...ok({}), default: json({ example: "d" }) },
      "code=201",
      [201, JSON_TYPE, '"d"'],
    ],
    ["the first, where there is no success", { "405": empty }, undefined, [405, null, ""]],
    [
      "the one that is asked for",
      { ...ok({}), "201": json({ example: "more" }) },
      "code=201",
      [201, JSON_TYPE, '"more"'],
    ],
    [
      "the lowest success",
      { "204": empty, "210": empty, "202": json({ example: "ok" }) },
      undefined,
      [202, JSON_TYPE, '"ok"'],
    ],
    ["an exact one before its range", ranges, "code=503", [503, "text/plain", "busy"]],
    ["a range before default", ranges, "code=502", [502, "text/plain", "broken"]],
    ["default where there is no range", ranges, "code=401", [401, "text/plain", "other"]],
    [
      "an exact success before a range",
      { "201": plain("made"), "2XX": plain("fine"), default: plain("other") },
      undefined,
      [201, "text/plain", "made"],
    ],
    [
      "a range of successes before default",
      { "2XX": plain("fine"), default: plain("other") },
      undefined,
      [200, "text/plain", "fine"],
    ],
    [
      "default before errors",
      { "4XX": plain("wrong"), default: plain("other") },
      undefined,
      [200, "text/plain", "other"],
    ],
    [
      "the first range of errors",
      { "5XX": plain("broken"), "4XX": plain("wrong") },
      undefined,
      [500, "text/plain", "broken"],
    ],
    ["501 like any other", { "501": empty }, "code=501", [501, null, ""]],
    ["204 without a body", { "204": empty }, undefined, [204, null, ""]],
  ])("%s", (_, responses, prefer, answered) =>
    expectAnswer(ask(things(responses), { headers: prefer === undefined ? {} : { prefer } }), answered),
  );

  test.each<[string, object, number]>([
    ["a success without a body is one, whatever is accepted", { "200": empty }, 200],
    ["and so is one that deletes", { "204": empty }, 204],
  ])("%s", (_, responses, status) =>
    expectAnswer(ask(things(responses), { headers: { accept: "text/plain" } }), [status, null, ""]),
  );

  test("an answer with a body is chosen before one without", () => {
    const content = { "text/plain": { schema: { type: "string", example: "abc" } } };
    return expectAnswer(
      ask(things({ "204": empty, ...ok(content) }), { headers: { accept: "text/plain" } }),
      [200, "text/plain", "abc"],
    );
  });

  const guarded = {
    security: [{ basic: [] }],
    components: { securitySchemes: { basic: { type: "http", scheme: "basic" } } },
  };
  const parameters = [{ name: "abc", in: "query", required: true, schema: {} }];
  const authorization = "Basic dGVzdDp0ZXN0";

  test.each<[string, number, object, Record<string, string>]>([
    ["401", 401, {}, {}],
    ["401, whatever is accepted", 401, {}, { accept: "application/xml" }],
    ["422", 422, { parameters }, { authorization }],
    ["422, whatever is accepted", 422, { parameters }, { authorization, accept: "application/xml" }],
    ["400", 400, { parameters }, { authorization }],
  ])("an error that is documented without a body has none: %s", (_, status, operation, headers) =>
    expectAnswer(ask(things({ [status]: empty }, guarded, operation), { headers }), [status, null, ""]),
  );
});
