import { methodNames } from "./exported-names.ts";
import { Findings } from "./findings.ts";
import { address, type Named, nameOperations, placeOf } from "./named-operation.ts";
import { compareOperations } from "./operation-object.ts";
import type { Sides, Walked } from "./sides.ts";
import { code } from "./values.ts";

/**
 * Compares what can be called. An operation is known by its id, and by its method and path where it has another id.
 *
 * @see https://spec.openapis.org/oas/v3.1.0#paths-object
 */
export function comparePaths(sides: Sides): Walked[] {
  const { models } = sides;
  const before = nameOperations({ document: sides.before, model: models.before });
  const after = nameOperations({ document: sides.after, model: models.after });
  const { matched, removed, added } = match(before, after);
  const compareNames = methodNames(sides);
  const alone = (operation: Named, find: (findings: Findings) => void): Walked => {
    const findings = new Findings();
    find(findings);
    return { operations: [operation.label], findings };
  };
  return [
    ...removed.map((operation) =>
      alone(operation, (findings) =>
        findings.add("operation-removed", words(operation), { node: operation.operation }, undefined),
      ),
    ),
    ...added.map((operation) =>
      alone(operation, (findings) =>
        findings.add("operation-added", words(operation), undefined, { node: operation.operation }),
      ),
    ),
    ...matched.map(([was, is]) =>
      alone(is, (findings) => {
        compareOperations(sides, findings, was, is);
        compareNames(findings, was, is);
      }),
    ),
  ];
}

function match(before: readonly Named[], after: readonly Named[]) {
  const matched: [Named, Named][] = [];
  let [removed, added] = [before, after];
  // Ids that the generator makes up are not always different.
  const likenesses = [(one: Named) => `${one.id} ${placeOf(one)}`, ({ id }: Named) => id, placeOf];
  for (const likeness of likenesses) {
    const left = new Map(added.map((operation) => [likeness(operation), operation]));
    removed = removed.filter((was) => {
      const is = left.get(likeness(was));
      if (!is) return true;
      left.delete(likeness(was));
      matched.push([was, is]);
      return false;
    });
    const met = new Set(matched.map(([, is]) => is));
    added = added.filter((operation) => !met.has(operation));
  }
  return { matched, removed, added };
}

function words({ id, model }: Named) {
  return { subject: code(id), name: code(address(model)) };
}
