import { type Description, derivedId, type Found, findOperations } from "@visitors-api/codegen";
import { Findings } from "./findings.ts";
import { compareOperations } from "./operation-object.ts";
import type { Sides, Walked } from "./sides.ts";

/** An operation under the name of its method. */
export interface Named extends Found {
  readonly id: string;
  /** How a report calls it. */
  readonly label: string;
}

/**
 * Compares what can be called. An operation is known by its id, and by its method and path where it has another id.
 *
 * @see https://spec.openapis.org/oas/v3.1.0#paths-object
 */
export function comparePaths(sides: Sides): Walked[] {
  const [before, after] = [nameOperations(sides.before), nameOperations(sides.after)];
  const { matched, removed, added } = match(before, after);
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
    ...matched.map(([was, is]) => alone(is, (findings) => compareOperations(sides, findings, was, is))),
  ];
}

function nameOperations(description: Description): Named[] {
  return findOperations(description).map((found) => {
    const { operationId } = found.operation;
    const label = operationId || `${found.method.toUpperCase()} ${found.path}`;
    return { ...found, id: operationId || derivedId(found.method, found.path), label };
  });
}

function match(before: readonly Named[], after: readonly Named[]) {
  const matched: [Named, Named][] = [];
  let [removed, added] = [before, after];
  // Ids that the generator makes up are not always different.
  const likenesses = [(one: Named) => `${one.id} ${place(one)}`, ({ id }: Named) => id, place];
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

/** The name of a path's parameter does not tell one path from another (OpenAPI 3.1 § 4.8.8). */
function place({ method, path }: Found): string {
  return `${method} ${path.replaceAll(/\{[^{}]*\}/g, "{}")}`;
}

function words({ id, method, path }: Named) {
  return { subject: `\`${id}\``, name: `\`${method.toUpperCase()} ${path}\`` };
}
