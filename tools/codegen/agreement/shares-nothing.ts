import { allParts, declarationsOf, isObject, type Schema, type Schemas } from "@visitors-api/openapi";

/**
 * Whether an object within a value has not one of the properties of its schema, or of an alternative of that, and need not have
 * one. The compiler takes that for a slip (TS2559), and a validator does not.
 *
 * @param around The schemas that are looked at already, of the same value.
 */
export function sharesNothing(
  value: unknown,
  schema: Schema,
  schemas: Schemas,
  around: ReadonlySet<Schema> = new Set(),
): boolean {
  if (typeof value !== "object" || value === null || around.has(schema)) return false;
  const parts = allParts(schema, schemas);
  const branches = parts.flatMap(({ anyOf = [], oneOf = [] }) => [...anyOf, ...oneOf]);
  const within = new Set([...around, schema]);
  if (branches.some((branch) => sharesNothing(value, branch, schemas, within))) return true;
  if (Array.isArray(value)) {
    const items = parts.flatMap((part) => (part.items === undefined ? [] : [part.items]));
    return value.some((item) => items.some((one) => sharesNothing(item, one, schemas)));
  }
  const names = parts.flatMap(({ properties = {} }) => Object.keys(properties));
  const isOptional = parts.every(({ required = [] }) => required.length === 0);
  const given = isObject(value) ? Object.entries(value) : [];
  if (names.length > 0 && isOptional && given.length > 0 && !given.some(([name]) => names.includes(name))) {
    return true;
  }
  return given.some(([name, child]) =>
    declarationsOf(schema, name, schemas).some((one) => sharesNothing(child, one, schemas)),
  );
}
