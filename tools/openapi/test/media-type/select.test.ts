import { describe, expect, test } from "vitest";
import { negotiate, parseMediaType, selectMediaType } from "../../src/index.ts";

const named = (...names: string[]) => names.map((name) => ({ name }));

describe("which described media type a Content-Type is (OpenAPI 3.1 § 4.8.13.1)", () => {
  test.each<[contentType: string, described: string[], selected: string | undefined]>([
    ["text/plain", ["text/*", "text/plain"], "text/plain"],
    ["text/csv", ["*/*", "text/*"], "text/*"],
    ["image/png", ["text/*", "*/*"], "*/*"],
    ["image/png", ["text/*"], undefined],
    ["image/png", [], undefined],
    // RFC 9110 § 8.3.1: type, subtype and the names of parameters are the same in either case.
    ["Application/JSON", ["application/json"], "application/json"],
    ["application/json", ["Application/JSON"], "Application/JSON"],
    ["application/json; CHARSET=utf-8", ["application/json;charset=UTF-8"], "application/json;charset=UTF-8"],
    // A charset says how a text is written, and not what it is.
    ["application/json; charset=utf-8", ["application/json"], "application/json"],
    ["application/json", ["application/json; charset=utf-8"], "application/json; charset=utf-8"],
    ["text/plain; charset=latin1", ["text/plain; charset=utf-8"], "text/plain; charset=utf-8"],
    // Other parameters say what it is.
    ["application/json;v=2", ["application/json;v=1", "application/json;v=2"], "application/json;v=2"],
    ["application/json;v=2", ["application/json;v=1"], undefined],
    ["application/json;v=2", ["application/json;v=1", "application/json"], "application/json"],
    ["application/json;v=2", ["application/json", "application/json;v=2"], "application/json;v=2"],
    ['application/json;v="2"', ["application/json;v=2"], "application/json;v=2"],
    // A sender that leaves one out means the only one that there is.
    ["application/json", ["application/json;v=1"], "application/json;v=1"],
    ["application/json", ["application/json;v=1", "application/json"], "application/json"],
    ["multipart/form-data; boundary=x", ["multipart/form-data"], "multipart/form-data"],
    // A suffix is a part of a subtype, and no range (RFC 6839).
    ["application/problem+json", ["application/json"], undefined],
    [
      "application/problem+json",
      ["application/json", "application/problem+json"],
      "application/problem+json",
    ],
    ["application/vnd.github.v3.raw+json", ["application/*"], "application/*"],
    // The examples of OpenAPI 3.1 § 3.5.
    [
      "application/vnd.github.v3+json",
      ["application/vnd.github+json", "application/vnd.github.v3+json"],
      "application/vnd.github.v3+json",
    ],
    // What is malformed is none of them, or a range's.
    ["", ["application/json"], undefined],
    ["json", ["application/json", "*/*"], "*/*"],
    [";", ["application/json"], undefined],
    ["application/json;", ["application/json"], "application/json"],
    ["application/json; charset", ["application/json"], "application/json"],
    [" application/json ", ["application/json"], "application/json"],
    ["application/json, text/plain", ["application/json", "text/plain"], undefined],
  ])("%s of %j is %s", (contentType, described, selected) => {
    expect(selectMediaType(named(...described), contentType)?.name).toBe(selected);
  });
});

describe("which described media type answers an Accept (RFC 9110 § 12.5.1)", () => {
  // The RFC's own example: each media type, and the quality that it has by the field.
  const accept =
    "text/*;q=0.3, text/plain;q=0.7, text/plain;format=flowed, text/plain;format=fixed;q=0.4, */*;q=0.5";
  const qualities: [mediaType: string, quality: number][] = [
    ["text/plain;format=flowed", 1],
    ["text/plain", 0.7],
    ["image/jpeg", 0.5],
    ["text/plain;format=fixed", 0.4],
    ["text/html", 0.3],
  ];
  test.each(qualities.slice(1).map(([lower], index) => [qualities[index]?.[0] ?? "", lower] as const))(
    "the RFC's example prefers %s to %s, in whatever order they are described",
    (higher, lower) => {
      expect(negotiate(named(lower, higher), accept)?.name).toBe(higher);
      expect(negotiate(named(higher, lower), accept)?.name).toBe(higher);
    },
  );
  test("the RFC's example takes text/html;level=3 as any other text", () => {
    expect(negotiate(named("text/html;level=3", "image/jpeg"), accept)?.name).toBe("image/jpeg");
  });

  const audio = "audio/*; q=0.2, audio/basic";
  const text = "text/plain; q=0.5, text/html, text/x-dvi; q=0.8, text/x-c";

  test.each<[accept: string | undefined, described: string[], answered: string | undefined]>([
    [audio, ["audio/mpeg", "audio/basic"], "audio/basic"],
    [audio, ["audio/mpeg"], "audio/mpeg"],
    [audio, ["text/plain"], undefined],
    [text, ["text/plain", "text/x-dvi", "text/html"], "text/html"],
    [text, ["text/plain", "text/x-dvi"], "text/x-dvi"],
    [text, ["text/plain", "application/json"], "text/plain"],
    // The most specific range has precedence: "text/*, text/plain, text/plain;format=flowed, */*".
    ["text/*;q=1, text/plain;q=0", ["text/plain", "text/csv"], "text/csv"],
    ["*/*, text/html;q=0", ["text/html", "text/csv"], "text/csv"],
    ["*/*;q=0, text/html", ["text/csv", "text/html"], "text/html"],
    ["text/plain;format=flowed, text/plain;q=0.2, text/csv;q=0.5", ["text/plain", "text/csv"], "text/csv"],

    // Without a preference, the description's first.
    [undefined, ["text/html", "text/csv"], "text/html"],
    ["", ["text/html", "text/csv"], "text/html"],
    ["  ", ["text/html"], "text/html"],
    ["*/*", ["text/html", "text/csv"], "text/html"],
    ["text/csv, text/html", ["text/html", "text/csv"], "text/html"],
    ["text/*", ["application/json", "text/csv", "text/html"], "text/csv"],

    // § 12.4.2: 0 is "not acceptable".
    ["text/html;q=0", ["text/html"], undefined],
    ["text/html;q=0.000", ["text/html"], undefined],
    ["text/html;q=0.001", ["text/html"], "text/html"],
    ["text/html; Q=0.1, text/csv;q=0.2", ["text/html", "text/csv"], "text/csv"],
    ["*/*;q=0", ["text/html"], undefined],
    ["application/json", ["text/html"], undefined],

    // Parameters.
    ["application/json;v=2", ["application/json;v=1", "application/json;v=2"], "application/json;v=2"],
    ["application/json;v=2", ["application/json;v=1"], undefined],
    ["application/json;v=2", ["application/json"], "application/json"],
    ["application/json", ["application/json;v=1"], "application/json;v=1"],
    ["application/json; charset=utf-8", ["application/json"], "application/json"],
    ["text/plain;charset=latin1", ["text/plain;charset=utf-8"], "text/plain;charset=utf-8"],
    ['text/plain;note="a, b;q=0";q=0.5, text/csv;q=0.4', ["text/csv", "text/plain"], "text/plain"],
    ['text/plain;note="a \\", b", text/csv', ["text/csv"], "text/csv"],

    // Suffixes are no ranges.
    ["application/json", ["application/problem+json"], undefined],
    [
      "application/problem+json, application/json;q=0.9",
      ["application/json", "application/problem+json"],
      "application/problem+json",
    ],

    // What is described may be a range, and answers what falls in it.
    ["image/png", ["image/*"], "image/*"],
    ["image/png", ["application/json", "*/*"], "*/*"],
    ["image/png;q=0, image/*", ["image/*"], "image/*"],
    ["image/png;q=0", ["image/*"], undefined],
    ["image/png;q=0.5, text/csv;q=0.7", ["image/*", "text/csv"], "text/csv"],
    ["text/html", ["image/*"], undefined],
    ["*/*", ["image/*"], "image/*"],

    // What is malformed counts for nothing, and what cannot be read for 1.
    [",", ["text/html"], "text/html"],
    ["text/html,,", ["text/html"], "text/html"],
    ["text", ["text/html"], undefined],
    ["text/html;q=high", ["text/html"], "text/html"],
    ["text/html;q=2, text/csv;q=0.9", ["text/csv", "text/html"], "text/html"],
    ["text/html;q=-1", ["text/html"], "text/html"],
    ["text/html;q=", ["text/html"], "text/html"],
    ['text/html;a="unclosed', ["text/html"], "text/html"],
    ["TEXT/HTML", ["text/html"], "text/html"],
    ["*", ["text/html"], undefined],
    ["*/html", ["text/html"], "text/html"],
  ])("%j of %j is answered with %s", (accept, described, answered) => {
    expect(negotiate(named(...described), accept)?.name).toBe(answered);
  });

  test("of nothing, nothing is answered", () => {
    expect(negotiate([], "*/*")).toBeUndefined();
    expect(negotiate([], undefined)).toBeUndefined();
  });

  test.each(["text/html,", 'a/b;c="', '";,', "a/b; ", ";", "*/*,\\"])(
    "a hostile Accept is read in the time that its length takes: %j, repeated",
    (part) => {
      // If it hung on the square of it, this would take minutes.
      expect(() => negotiate(named("text/html", "text/csv"), part.repeat(50_000))).not.toThrow();
    },
  );
});

describe("the parts of a media type (RFC 9110 § 8.3.1)", () => {
  test.each<[text: string, type: string, subtype: string, parameters: [string, string][]]>([
    ["text/html", "text", "html", []],
    // The RFC's own: all of them are equivalent.
    ["text/html;charset=utf-8", "text", "html", [["charset", "utf-8"]]],
    ["Text/HTML;Charset=utf-8", "text", "html", [["charset", "utf-8"]]],
    ['text/html; charset="utf-8"', "text", "html", [["charset", "utf-8"]]],
    ["text/html;charset=UTF-8", "text", "html", [["charset", "UTF-8"]]],
    [
      'a/b;c="d\\"e\\\\";f=g',
      "a",
      "b",
      [
        ["c", 'd"e\\'],
        ["f", "g"],
      ],
    ],
    ['a/b;c=""', "a", "b", [["c", ""]]],
    ["a/b;c=d;c=e", "a", "b", [["c", "d"]]],
    ["a/b ; c=d", "a", "b", [["c", "d"]]],
    ["a", "a", "", []],
    ["", "", "", []],
    ["a/b/c", "a", "b/c", []],
  ])("%s", (text, type, subtype, parameters) => {
    expect(parseMediaType(text)).toEqual({ type, subtype, parameters: new Map(parameters) });
  });
});
