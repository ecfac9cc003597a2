import type { Description, SchemaObject } from "@visitors-api/codegen";
import { Findings, type Spot } from "./findings.ts";
import type { At } from "./schema/view.ts";
import type { Sides } from "./sides.ts";
import { canonical, code, pairs, spotOf } from "./values.ts";

/**
 * Compares the component schemas as the types that a client exports. One that no operation meets is still a type that
 * somebody can use; it is judged as what a response has, for that is what the exported types are.
 *
 * @see https://spec.openapis.org/oas/v3.1.0#components-object
 */
export function compareComponents({ before, after, schemas }: Sides): Findings {
  const findings = new Findings();
  const [was, is] = [schemasOf(before), schemasOf(after)];
  const all = pairs(was, is);
  const added = new Map(
    all.flatMap(({ key, ...pair }) =>
      pair.after !== undefined && pair.before === undefined ? [[key, pair.after]] : [],
    ),
  );
  const texts = new Map<string, string>();
  const textOf = (name: string): string => {
    const text = texts.get(name) ?? canonical(after, added.get(name));
    texts.set(name, text);
    return text;
  };
  for (const { key, ...schema } of all) {
    if (schema.before === undefined) continue;
    if (schema.after !== undefined) {
      if (schemas.hasMet(schema.before, schema.after)) continue;
      const at = (node: SchemaObject): At => ({ schema: node, spot: { node }, component: key });
      const label = { root: "", path: key };
      findings.parts.push(schemas.compare(at(schema.before), at(schema.after), "response", label));
      continue;
    }
    const { before: node } = schema;
    const text = canonical(before, node);
    const renamed = [...added].find(([name, other]) => schemas.hasMet(node, other) || textOf(name) === text);
    if (renamed) {
      added.delete(renamed[0]);
      const words = { subject: code(renamed[0]), was: code(key), is: code(renamed[0]) };
      findings.add("type-renamed", words, componentSpot(before, key), componentSpot(after, renamed[0]));
    } else
      findings.add(
        "type-removed",
        { subject: code(key), name: code(key) },
        componentSpot(before, key),
        undefined,
      );
  }
  for (const name of added.keys()) {
    findings.add(
      "type-added",
      { subject: code(name), name: code(name) },
      undefined,
      componentSpot(after, name),
    );
  }
  return findings;
}

function schemasOf({ components }: Description): ReadonlyMap<string, SchemaObject> {
  return new Map(Object.entries(components?.schemas ?? {}));
}

function componentSpot({ components }: Description, name: string): Spot | undefined {
  return components?.schemas && spotOf(components.schemas, name);
}
