import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { parse } from "yaml";
import { fixtures, themes } from "./fixtures.ts";

/** Names and values that are at the edge of what YAML, JSON Pointers, URIs and JavaScript make of them. */
const name = fc.constantFrom(
  ...[
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "toString",
    "100%",
    "%41",
    "a~b",
    "a/b",
    "",
    " ",
    "{",
    "}",
  ],
  ...[
    "#",
    "?",
    "$ref",
    "x-a",
    "get",
    "gte",
    "type",
    "schema",
    "default",
    "2000",
    "items",
    "allOf",
    "properties",
  ],
  ...["mapping", "length", "0", "paths", "components", "parameters", "content"],
);

const value = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    1.5,
    "",
    "x",
    "100%",
    "a~b",
    "#/components/schemas/X",
    "true",
  ),
  fc.constantFrom<unknown>(
    [],
    [null],
    ["a"],
    [5],
    [{}],
    [[]],
    {},
    { a: null },
    { type: "object" },
    { "100%": {} },
  ),
  fc
    .constantFrom<unknown>(
      "#",
      "",
      "#/",
      "#pet",
      "#/components/schemas/100%",
      "#/components",
      "#/paths",
      "nope.yaml",
      "%",
      5,
      [],
    )
    .map(($ref) => ({ $ref })),
);

const place = fc.nat();

/** One change of a document: a place in it, by a number, and what becomes of it. */
const change = fc.oneof(
  fc.record({ kind: fc.constant("delete" as const), place }),
  fc.record({ kind: fc.constant("replace" as const), place, value }),
  fc.record({ kind: fc.constant("rename" as const), place, name }),
  fc.record({ kind: fc.constant("add" as const), place, name, value }),
  fc.record({ kind: fc.constant("copy" as const), place, other: place }),
);

const documents = new Map<string, unknown>(
  themes.map((theme) => [theme, parse(readFileSync(join(fixtures, `${theme}.yaml`), "utf8"))]),
);

/** A description of those in the fixtures, after a few changes that nobody would make, as JSON. */
export const mutation: fc.Arbitrary<string> = fc
  .record({ theme: fc.constantFrom(...themes), changes: fc.array(change, { minLength: 1, maxLength: 4 }) })
  .map(({ theme, changes }) => {
    const document = structuredClone(documents.get(theme));
    for (const one of changes) apply(document, one);
    return JSON.stringify(document);
  });

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;
type Holder = Record<string, unknown>;

function apply(document: unknown, one: Change): void {
  const places = placesIn(document);
  const at = (number: number) => places[number % places.length];
  const { holder, key } = at(one.place) ?? {};
  if (!holder || key === undefined) return;
  if (one.kind === "replace") set(holder, key, one.value);
  else if (one.kind === "copy") {
    const other = at(one.other);
    set(holder, key, other?.holder[other.key]);
  } else if (one.kind === "add")
    set(holder, Array.isArray(holder) ? String(holder.length) : one.name, one.value);
  else {
    const moved = holder[key];
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
    if (one.kind === "rename" && !Array.isArray(holder)) set(holder, one.name, moved);
  }
}

/** Where every value of a document stands. */
function placesIn(node: unknown): { readonly holder: Holder; readonly key: string }[] {
  if (typeof node !== "object" || node === null) return [];
  // A list has its indexes for names.
  const holder = node as Holder;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}

/** An assignment to `__proto__` would be none. */
function set(holder: Holder, key: string, value: unknown): void {
  // Later changes must not reach what others have of the same value.
  const own = structuredClone(value);
  Object.defineProperty(holder, key, { value: own, enumerable: true, configurable: true, writable: true });
}
