import type { RequestBody } from "@visitors-api/openapi";
import type { Description } from "../description/description.ts";
import type { Collections } from "../domain.ts";
import { readBody } from "../request/body.ts";
import type { Received } from "../request/received.ts";
import { Refusal } from "../request/refusal.ts";
import { checkStart } from "../state/check-start.ts";
import { KeyTakenError } from "../state/collection.ts";
import type { DescribedCollection } from "../state/described-collection.ts";
import { ItemsError } from "../state/items-error.ts";
import type { Problem } from "../validation/problem.ts";

/** The largest seed that is taken, in bytes: about a hundred thousand items. */
const LIMIT = 100 * 1024 * 1024;

/** Any JSON, since the items in it are checked one by one. */
const BODY: RequestBody = {
  description: "",
  required: true,
  content: [{ name: "application/json", kind: "json", schema: undefined, encoding: {}, examples: [] }],
};

/**
 * Adds the items of a request to their collections, all of a collection's or none of them.
 *
 * @throws Refusal 400 with one problem for each mistake, 409, 413 or 415.
 */
export async function readSeed(
  received: Received,
  description: Description,
  described: readonly DescribedCollection[],
  collections: Collections,
): Promise<void> {
  const body = await readBody(BODY, description, received, LIMIT);
  try {
    for (const [name, { items }] of checkStart(body, described)) await collections[name]?.put([...items]);
  } catch (error) {
    if (error instanceof ItemsError) throw new Refusal(400, problemsIn(error));
    if (error instanceof KeyTakenError) {
      const { index, key } = error;
      const message = `[${index}].${key} cannot be taken: ${error.message}`;
      throw new Refusal(409, [{ message, field: `${index}.${key}` }]);
    }
    throw error;
  }
}

function problemsIn({ problems, total }: ItemsError): readonly Problem[] {
  const left = total - problems.length;
  return left === 0 ? problems : [...problems, { message: `and ${left} more mistakes` }];
}
