import { schemaName } from "../reference-object.ts";
import type { Discriminator, Schema, SchemaObject } from "../schema-object.ts";
import { type Argument, type Check, call, constant, typesAlone } from "./check.ts";
import type { CheckContext } from "./checks.ts";
import { discriminatorOf, type Tags, tagsOf } from "./discriminator.ts";

type Keyword = "anyOf" | "oneOf";

/** `anyOf` and `oneOf`, with what their `discriminator` says of them. */
export function alternativeChecks(
  schema: SchemaObject,
  { schemas }: CheckContext,
  inPlace: (child: Schema) => Check,
): Check[] {
  return (["anyOf", "oneOf"] as const).flatMap((keyword) => {
    const branches = schema[keyword] ?? [];
    if (branches.length === 0) return [];
    const discriminator = branches.length > 1 ? discriminatorOf(schema, schemas) : undefined;
    if (!discriminator) return [alternative(keyword, branches.map(inPlace))];
    const checks = branches.map((branch) => {
      const tags = tagsOf(discriminator, branch, schemas);
      const check = inPlace(branch);
      return tags ? call("all", check, ...tagChecks(tags)) : check;
    });
    return [discriminated(discriminator, alternative(keyword, checks))];
  });
}

/** One check for all branches, as simple as one that says the same can be. */
function alternative(keyword: Keyword, branches: readonly Check[]): Check {
  const [only = constant("anything"), ...more] = branches;
  if (more.length === 0) return only;
  const types = branches.map(typesAlone);
  const names = types.flatMap((names) => names ?? []);
  const overlap =
    new Set(names).size < names.length || (names.includes("integer") && names.includes("number"));
  if (!types.includes(undefined) && (keyword === "anyOf" || !overlap)) {
    return call("type", ...[...new Set(names)].map((value) => ({ value })));
  }
  const others = branches.filter((branch) => !isNull(branch));
  if (keyword === "anyOf" && others.length < branches.length) {
    return call("nullable", alternative(keyword, others));
  }
  return call(keyword, ...branches);
}

function isNull(branch: Check): boolean {
  const types = typesAlone(branch);
  return types?.length === 1 && types[0] === "null";
}

/** The values that the discriminating property has in an alternative. */
function tagChecks({ propertyName, values }: Tags): Check[] {
  const allowed = call("values", ...values.map((value): Argument => ({ value })));
  return [
    call("required", { value: propertyName }),
    call("properties", { checks: [[propertyName, allowed]] }),
  ];
}

/** What is wrong is said of the alternative that a value names itself. */
function discriminated({ propertyName, mapping: references }: Discriminator, check: Check): Check {
  const mapping = Object.entries(references).flatMap(([value, $ref]) => {
    const name = schemaName($ref);
    return name === undefined ? [] : [[value, call("ref", { schema: name })] as const];
  });
  if (mapping.length === 0) return check;
  return call("discriminator", { value: propertyName }, { checks: mapping }, check);
}
