import { findItems, parametersIn } from "./operations.ts";
import type { Context } from "./rule.ts";

/** OpenAPI 3.1 § 4.8.10: no operation, and no path item, has two parameters of one name and place. */
export function uniqueParameters({ document, findings }: Context): void {
  for (const { item, operations } of findItems(document)) {
    for (const owner of [item, ...operations.map(({ operation }) => operation)]) {
      const list = owner["parameters"];
      if (!Array.isArray(list)) continue;
      const seen = new Set<string>();
      for (const { written, name, in: place } of parametersIn(document, owner)) {
        const id = `${place} ${name}`;
        if (!seen.has(id)) {
          seen.add(id);
          continue;
        }
        findings.mistake({
          at: { node: list, key: list.lastIndexOf(written) },
          what: `The ${place} parameter \`${name}\` stands in this list twice.`,
          advice: "Remove one.",
          reading: "The first is taken.",
        });
        list.splice(list.lastIndexOf(written), 1);
      }
    }
  }
}
