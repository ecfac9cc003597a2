import { expect, test } from "vitest";
import { findChanges } from "../src/diff.ts";
import { prepare } from "../src/read/read.ts";
import { answered, components, describePets, given, json, merge, type Patch } from "./support/pets.ts";
import { placesIn } from "./support/places.ts";

function changes(...descriptions: readonly [before: Patch, after: Patch]) {
  const [before, after] = descriptions.map((document) => ({
    ...prepare(document),
    placeOf: placesIn(document),
  }));
  if (!before || !after) throw new Error("Two descriptions are compared");
  return findChanges({ before, after });
}

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });

test("what became of one of two schemas that lead to each other is told of who has only the other", () => {
  const content = json(reference("Owner"));
  const get = { operationId: "getOwner", responses: { 200: { description: "", content } } };
  const describe = (name: Patch): Patch =>
    describePets(
      "3.1.0",
      merge(answered(reference("Pet")), { paths: { "/pets/{id}": { get } } }),
      components({
        Owner: { type: "object", properties: { pet: reference("Pet"), name } },
        Pet: { type: "object", properties: { owner: reference("Owner") } },
      }),
    );

  const found = changes(describe({ type: "string" }), describe({ type: "integer" }));

  expect(found.map(({ rule, operations }) => ({ rule, operations }))).toEqual([
    { rule: "type-changed", operations: ["getOwner", "putPet"] },
  ]);
});

test("the same words are a change where another version of OpenAPI means something else by them", () => {
  // What stands beside a reference counts from 3.1 on.
  const name = { ...reference("Name"), maxLength: 9 };
  const describe = (openapi: string): Patch =>
    describePets(
      openapi,
      given({ type: "object", properties: { name } }),
      components({ Name: { type: "string" } }),
    );

  const rules = changes(describe("3.0.4"), describe("3.1.0")).map(({ rule }) => rule);

  expect(rules).toEqual(["request-constraint-tightened"]);
  expect(changes(describe("3.1.0"), describe("3.1.1"))).toEqual([]);
});
