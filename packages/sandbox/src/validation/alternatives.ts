import * as v from "@visitors-api/client/validation";
import {
  isJsonObject,
  type JsonObject,
  objectOrEmpty,
  stringOrUndefined,
} from "../description/json-object.ts";
import type { Check, SchemaDocument, Subschema } from "./check.ts";
import { schemasIn } from "./subschemas.ts";
import { typeCheck, typesAlone } from "./types.ts";

type Keyword = "anyOf" | "oneOf";

/** `anyOf` and `oneOf`, with what their `discriminator` says of them. */
export function alternativeChecks(schema: JsonObject, document: SchemaDocument, inPlace: Subschema): Check[] {
  return (["anyOf", "oneOf"] as const).flatMap((keyword) => {
    const branches = schemasIn(schema, keyword);
    if (branches.length === 0) return [];
    const check = alternative(keyword, branches.map(inPlace));
    return [branches.length > 1 ? discriminated(schema, branches, check, document) : check];
  });
}

/** One check for all branches, as simple as one that says the same can be. */
function alternative(keyword: Keyword, branches: readonly Check[]): Check {
  const [only = v.anything, ...more] = branches;
  if (more.length === 0) return only;
  const types = branches.map(typesAlone);
  const names = types.flatMap((names) => names ?? []);
  const overlap =
    new Set(names).size < names.length || (names.includes("integer") && names.includes("number"));
  if (!types.includes(undefined) && (keyword === "anyOf" || !overlap)) return typeCheck(names);

  const others = branches.filter((branch) => !isNull(branch));
  if (keyword === "anyOf" && others.length < branches.length) return v.nullable(alternative(keyword, others));
  return keyword === "anyOf" ? v.anyOf(...branches) : v.oneOf(...branches);
}

function isNull(branch: Check): boolean {
  const types = typesAlone(branch);
  return types?.length === 1 && types[0] === "null";
}

/** Which alternative a value of the property stands for, by the mapping or by the name of its component. */
function discriminated(
  schema: JsonObject,
  branches: readonly unknown[],
  check: Check,
  document: SchemaDocument,
): Check {
  const discriminator = objectOrEmpty(schema["discriminator"]);
  const name = stringOrUndefined(discriminator["propertyName"]);
  if (name === undefined) return check;
  const references = new Map<string, string>();
  for (const [value, ref] of Object.entries(objectOrEmpty(discriminator["mapping"]))) {
    if (typeof ref === "string" && document.component(ref) !== undefined) references.set(value, ref);
  }
  const mapped = new Set(references.values());
  for (const branch of branches) {
    const ref = isJsonObject(branch) ? branch["$ref"] : undefined;
    const component = typeof ref === "string" && !mapped.has(ref) ? document.component(ref) : undefined;
    if (typeof ref === "string" && component !== undefined) references.set(component, ref);
  }
  if (references.size === 0) return check;
  const mapping = [...references].map(([value, ref]) => [value, document.reference(ref)] as const);
  return v.discriminator(name, Object.fromEntries(mapping), check);
}
