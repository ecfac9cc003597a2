import { readdirSync } from "node:fs";
import { join } from "node:path";
import { loadDescription } from "@visitors-api/codegen/load";
import type { JsonObject } from "@visitors-api/openapi";
import { expect, test } from "vitest";
import { findChanges } from "../src/diff.ts";
import { prepare } from "../src/read/read.ts";
import { placesIn } from "./support/places.ts";

const repository = join(import.meta.dirname, "../../..");
const fixtures = join(repository, "tools/codegen/test/fixtures");
const themes = readdirSync(fixtures).filter((name) => name.endsWith(".yaml"));

const read = (document: JsonObject) => ({ ...prepare(document), placeOf: placesIn(document) });

interface Leaf {
  readonly pointer: string;
  readonly owner: Record<string, unknown>;
  readonly key: string;
}

/** Every value of a description that somebody reads, or something is made of. */
function* leaves(node: object, pointer = "#"): Generator<Leaf> {
  for (const [key, child] of Object.entries(node)) {
    const below = `${pointer}/${key}`;
    if (key.startsWith("x-") || key === "$ref" || below === "#/openapi") continue;
    // A path parameter is required, whatever stands there (OpenAPI 3.1 § 4.8.12.2).
    if (key === "required" && "in" in node && node.in === "path") continue;
    if (typeof child === "object" && child !== null) yield* leaves(child, below);
    // Whatever has keys and values is a record.
    else yield { pointer: below, owner: node as Record<string, unknown>, key };
  }
}

function other(value: unknown): unknown {
  if (typeof value === "boolean") return !value;
  return typeof value === "number" ? value + 1 : `${value} changed`;
}

test("whatever is changed in this repository's description, it is noticed", async () => {
  const description = await loadDescription(join(repository, "spec/openapi.yaml"));
  // Each part on its own, also where an alias repeats one.
  const copy: JsonObject = JSON.parse(JSON.stringify(description));
  const before = read(description);
  const unnoticed: string[] = [];
  let count = 0;
  for (const { pointer, owner, key } of leaves(copy)) {
    const value = owner[key];
    owner[key] = other(value);
    if (findChanges({ before, after: read(copy) }).length === 0) unnoticed.push(pointer);
    owner[key] = value;
    count++;
  }
  expect(unnoticed).toEqual([]);
  expect(count).toBeGreaterThan(100);
});

test.for(themes)("%s is no other than itself", async (theme) => {
  const [before, after] = [
    await loadDescription(join(fixtures, theme)),
    await loadDescription(join(fixtures, theme)),
  ];
  expect(findChanges({ before: read(before), after: read(after) })).toEqual([]);
});
