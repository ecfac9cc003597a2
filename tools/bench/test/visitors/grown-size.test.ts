import { expect, test } from "vitest";
import { readOwnDescription } from "../../src/description/description.ts";
import { growDescription, manyOperations } from "../../src/description/synthetic.ts";

test("what the description grows to is as large as the large descriptions that are published", () => {
  const grown = growDescription(readOwnDescription(), manyOperations);
  expect(JSON.stringify(grown, undefined, 2).length).toBeGreaterThan(1_200_000);
});
