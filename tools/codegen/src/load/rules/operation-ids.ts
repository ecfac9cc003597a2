import { findItems } from "./operations.ts";
import type { Context } from "./rule.ts";

/** OpenAPI 3.1 § 4.8.10: the `operationId` is unique among all operations, for it names the client's method. */
export function operationIds({ document, findings }: Context): void {
  const operations = findItems(document).flatMap((item) => item.operations);
  const taken = new Set(operations.map(({ operation }) => operation["operationId"]));
  const first = new Map<unknown, (typeof operations)[number]>();
  for (const found of operations) {
    const { shown, operation } = found;
    const { operationId: id } = operation;
    if (typeof id !== "string" || id === "") continue;
    const earlier = first.get(id);
    if (!earlier) first.set(id, found);
    // Paths may share a path item.
    if (!earlier || earlier.operation === operation) continue;
    let count = 2;
    while (taken.has(id + count)) count++;
    findings.mistake({
      at: { node: operation, key: "operationId" },
      what: `The operationId \`${id}\` is already the one of ${earlier.shown}.`,
      advice: `Give ${shown} another.`,
      reading: `That of ${shown} is taken for \`${id}${count}\`.`,
    });
    taken.add(id + count);
    operation["operationId"] = id + count;
  }
}
