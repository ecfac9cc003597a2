import type { OpenApiObject } from "../read/openapi-document.ts";
import { typeNames } from "./exported-names.ts";
import { Findings } from "./findings.ts";
import { type At, schemaAt } from "./schema/view.ts";
import type { Sides } from "./sides.ts";
import { canonical, code, pairs } from "./values.ts";

/**
 * Compares the component schemas as the types that a client exports. One that no operation meets is still a type that
 * somebody can use; it is judged as what a response has, for that is what the exported types are.
 *
 * @see https://spec.openapis.org/oas/v3.1.0#components-object
 */
export function compareComponents({ before, after, models, schemas }: Sides): Findings {
  const findings = new Findings();
  const [was, is] = [schemasOf(before), schemasOf(after)];
  const all = pairs(was, is);
  const added = new Map(
    all.flatMap(({ key, ...pair }) => (pair.after && !pair.before ? [[key, pair.after]] : [])),
  );
  const texts = new Map<string, string>();
  const textOf = (name: string): string => {
    const text = texts.get(name) ?? canonical(after, added.get(name)?.schema);
    texts.set(name, text);
    return text;
  };
  const compareNames = typeNames(models);
  for (const { key, ...schema } of all) {
    if (!schema.before) continue;
    if (schema.after) {
      compareNames(findings, key, schema.before.spot, schema.after.spot);
      if (schemas.hasMet(schema.before, schema.after)) continue;
      findings.parts.push(schemas.compare(schema.before, schema.after, "response", { root: "", path: key }));
      continue;
    }
    const { before: removed } = schema;
    const text = canonical(before, removed.schema);
    const renamed = [...added].find(
      ([name, other]) => schemas.hasMet(removed, other) || textOf(name) === text,
    );
    if (renamed) {
      const [name, { spot }] = renamed;
      added.delete(name);
      const words = { subject: code(name), was: code(key), is: code(name) };
      findings.add("type-renamed", words, removed.spot, spot);
    } else findings.add("type-removed", { subject: code(key), name: code(key) }, removed.spot, undefined);
  }
  for (const [name, { spot }] of added) {
    findings.add("type-added", { subject: code(name), name: code(name) }, undefined, spot);
  }
  return findings;
}

function schemasOf({ components: { schemas = {} } = {} }: OpenApiObject): ReadonlyMap<string, At> {
  return new Map(
    Object.keys(schemas).map((name) => [name, { ...schemaAt(schemas, name, "json"), component: name }]),
  );
}
