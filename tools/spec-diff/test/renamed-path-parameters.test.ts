import { expect, test } from "vitest";
import { findChanges } from "../src/diff.ts";
import { prepare } from "../src/read/read.ts";
import { describePets, type Patch } from "./support/pets.ts";
import { placesIn } from "./support/places.ts";

const path = (name: string): Patch => {
  const parameters = [{ name, in: "path", required: true, schema: { type: "string" } }];
  const operation = (operationId: string) => ({
    operationId,
    parameters,
    responses: { 204: { description: "" } },
  });
  return {
    [`/cats/{${name}}`]: {
      get: operation("getCat"),
      put: operation("putCat"),
      delete: operation("deleteCat"),
    },
  };
};

test("a renamed parameter of a path is one change, of all its operations, which says what callers pass", () => {
  const [before, after] = ["id", "cat_id"].map((name) => {
    const document = describePets("3.1.0", { paths: path(name) });
    return { ...prepare(document), placeOf: placesIn(document) };
  });
  if (!before || !after) throw new Error("Two descriptions are compared");

  const changes = findChanges({ before, after });

  expect(changes).toHaveLength(1);
  expect(changes[0]).toMatchObject({
    verdict: "breaking",
    rule: "path-parameter-renamed",
    operations: ["getCat", "putCat", "deleteCat"],
  });
  expect(changes[0]?.summary).toContain("passes `cat_id`");
});
