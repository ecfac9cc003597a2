import type { Schema } from "../../load/openapi.ts";
import type { ValidatedSchema } from "../../model/schema-keywords.ts";
import { record } from "./record.ts";
import { call, json, type Writer } from "./writer.ts";

type Keyword = "anyOf" | "oneOf";

/** `anyOf` and `oneOf`, with what their `discriminator` says of them. */
export function alternatives(
  schema: ValidatedSchema,
  writer: Writer,
  inPlace: (child: Schema) => string,
): string[] {
  return (["anyOf", "oneOf"] as const).flatMap((keyword) => {
    const branches = schema[keyword] ?? [];
    if (branches.length === 0) return [];
    const check = alternative(keyword, branches.map(inPlace));
    return [branches.length > 1 ? discriminated(schema, branches, check, writer) : check];
  });
}

/** One check for all branches, as simple as one that says the same can be. */
function alternative(keyword: Keyword, branches: readonly string[]): string {
  const [only, ...more] = branches;
  if (only !== undefined && more.length === 0) return only;
  const types = branches.map((branch) => /^v\.type\(((?:"\w+"(?:, )?)+)\)$/.exec(branch)?.[1]?.split(", "));
  const names = types.flatMap((names) => names ?? []);
  const overlap =
    new Set(names).size < names.length || (names.includes('"integer"') && names.includes('"number"'));
  if (!types.includes(undefined) && (keyword === "anyOf" || !overlap)) {
    return call("type", ...new Set(names));
  }
  const isNull = (branch: string) => branch === call("type", '"null"');
  if (keyword === "anyOf" && branches.some(isNull)) {
    const others = branches.filter((branch) => !isNull(branch));
    return call("nullable", alternative(keyword, others));
  }
  return call(keyword, ...branches);
}

/** Which alternative a value of the property stands for, by the mapping or by the name of its component. */
function discriminated(
  { discriminator }: ValidatedSchema,
  branches: readonly Schema[],
  check: string,
  writer: Writer,
): string {
  const name = discriminator?.propertyName;
  if (name === undefined) return check;
  const references = new Map<string, string>();
  for (const [value, $ref] of Object.entries(discriminator?.mapping ?? {})) {
    if (writer.component($ref) !== undefined) references.set(value, $ref);
  }
  const mapped = new Set(references.values());
  for (const branch of branches) {
    if (typeof branch !== "object" || branch.$ref === undefined || mapped.has(branch.$ref)) continue;
    const component = writer.component(branch.$ref);
    if (component !== undefined) references.set(component, branch.$ref);
  }
  if (references.size === 0) return check;
  const mapping = [...references].map(
    ([value, $ref]) => [value, call("ref", writer.reference($ref))] as const,
  );
  return call("discriminator", json(name), record(mapping), check);
}
