import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { child, description, isObject, type Json, type JsonObject } from "./bundled.ts";
import { describedExamples } from "./described-examples.ts";
import { changed, invalidExamples, validator } from "./invalid-examples.ts";

describe("an example satisfies its schema:", () => {
  const validate = validator(description);
  test.each([...describedExamples(description)])("$pointer", (example) => {
    expect({ [example.pointer]: validate(example) }).toEqual({ [example.pointer]: [] });
  });
});

test("no example goes unvalidated", () => {
  const validated = new Set([...describedExamples(description)].map(({ pointer }) => pointer));
  expect([...validated].sort()).toEqual([...examplesAnywhere(description, "")].sort());
});

/** Where examples and defaults are written, found by nothing but their keys. */
function* examplesAnywhere(node: Json, pointer: string): Generator<string> {
  if (typeof node !== "object" || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    const place = child(pointer, key);
    if (key === "example" || (key === "default" && !isObject(value))) yield place;
    // Those of a schema are a list.
    else if (key === "examples" && Array.isArray(value)) yield* value.map((_, index) => child(place, index));
    else if (pointer === "/components/examples") yield `${place}/value`;
    // What is neither a reference nor elsewhere stands here.
    else if (pointer.endsWith("/examples") && isObject(value) && "value" in value) yield `${place}/value`;
    else yield* examplesAnywhere(value, place);
  }
}

const notes: JsonObject = parse(readFileSync(new URL("notes.yaml", import.meta.url), "utf8"));

describe("an example that breaks its schema is found:", () => {
  test.each([
    {
      what: "a named example",
      pointer: "/components/examples/NoteText/value/text",
      value: 7,
      found: { "/components/examples/NoteText/value": ["/text must be string,null"] },
    },
    {
      what: "a property's example",
      pointer: "/components/schemas/Note/properties/text/example",
      value: 7,
      found: { "/components/schemas/Note/properties/text/example": ["must be string,null"] },
    },
    {
      what: "a default",
      pointer: "/components/parameters/NoteFields/schema/items/default",
      value: 7,
      found: { "/components/parameters/NoteFields/schema/items/default": ["must be string"] },
    },
    {
      what: "a parameter's example",
      pointer: "/components/parameters/NoteFields/example",
      value: "wrong",
      found: { "/components/parameters/NoteFields/example": ["must be array"] },
    },
    {
      what: "a header's example",
      pointer: "/components/headers/NotesLeft/schema/example",
      value: "wrong",
      found: { "/components/headers/NotesLeft/schema/example": ["must be integer"] },
    },
  ])("$what", ({ pointer, value, found }) => {
    expect(invalidExamples(changed(notes, pointer, value))).toEqual(found);
  });
});
