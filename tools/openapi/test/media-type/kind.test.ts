import { describe, expect, test } from "vitest";
import { type BodyKind, bodyKind, isJson, isRange, type Schema } from "../../src/index.ts";

const file: Schema = { type: "string", format: "binary" };
const object: Schema = { type: "object" };

describe("how a body of a media type is written and read", () => {
  test.each<[mediaType: string, kind: BodyKind]>([
    ["application/json", "json"],
    ["APPLICATION/JSON; charset=utf-8", "json"],
    ["text/json", "json"],
    ["application/problem+json", "json"],
    ["application/merge-patch+json", "json"],
    // The examples of OpenAPI 3.1 § 3.5.
    ["text/plain; charset=utf-8", "text"],
    ["application/vnd.github+json", "json"],
    ["application/vnd.github.v3+json", "json"],
    ["application/vnd.github.v3.raw+json", "json"],
    ["application/vnd.github.v3.text+json", "json"],
    ["application/vnd.github.v3.html+json", "json"],
    ["application/vnd.github.v3.full+json", "json"],
    ["application/vnd.github.v3.diff", "bytes"],
    ["application/vnd.github.v3.patch", "bytes"],

    ["application/x-www-form-urlencoded", "form"],
    ["multipart/form-data", "multipart"],
    ["multipart/mixed; boundary=x", "multipart"],
    ["multipart/related", "multipart"],
    ["text/csv", "text"],
    ["text/html", "text"],
    ["text/*", "text"],
    ["text/xml", "text"],
    ["application/xml", "bytes"],
    ["image/svg+xml", "bytes"],
    ["image/png", "bytes"],
    ["image/*", "bytes"],
    ["application/octet-stream", "bytes"],
    ["application/pdf", "bytes"],

    ["text/event-stream", "stream"],
    ["text/event-stream; charset=utf-8", "stream"],
    ["application/jsonl", "stream"],
    ["application/x-ndjson", "stream"],
    ["application/json-seq", "stream"],
    ["application/stream+json", "stream"],

    ["jsonp/application", "bytes"],
    ["application/jsonlines-not", "bytes"],
    ["application/not+json5", "bytes"],
    ["json", "bytes"],
    ["", "bytes"],
  ])("%s is %s", (mediaType, kind) => {
    expect(bodyKind(mediaType)).toBe(kind);
    // Only of a range does the schema have a say.
    expect(bodyKind(mediaType, file)).toBe(kind);
    expect(bodyKind(mediaType, object)).toBe(kind);
  });

  test.each(["*/*", "application/*"])("%s, which JSON falls in, is what its schema is", (mediaType) => {
    expect(bodyKind(mediaType)).toBe("bytes");
    expect(bodyKind(mediaType, file)).toBe("bytes");
    expect(bodyKind(mediaType, object)).toBe("json");
    expect(bodyKind(mediaType, true)).toBe("json");
    expect(bodyKind(mediaType, {})).toBe("json");
  });

  test("ranges are told from media types, and JSON from what is only named so", () => {
    expect(["*/*", "image/*", "TEXT/*; q=1"].map(isRange)).toEqual([true, true, true]);
    expect(["image/png", "*", "", "a/b*"].map(isRange)).toEqual([false, false, false, false]);
    expect(["*/json", "*/*", "application/json-seq", "application/jsonp"].map(isJson)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
