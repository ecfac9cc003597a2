import { type Description, isObject, type Schema, sample } from "@visitors-api/openapi";

/** Values of the types that JSON has. */
const others = [null, "text", 12_345.5, true, {}, []];
const mostProperties = 4;

/** A value that is valid, where one is found, and values that differ from it in one place. */
export function valuesFor(schema: Schema, { schemas }: Description): unknown[] {
  const { value } = sample(schema, { schemas, direction: "response" });
  const varied = isObject(value) ? variations(value) : [];
  return [value, ...others, ...varied];
}

function variations(value: Readonly<Record<string, unknown>>): unknown[] {
  return Object.keys(value)
    .slice(0, mostProperties)
    .flatMap((name, index) => {
      const { [name]: _, ...rest } = value;
      // One that shares no property with its type would be refused for that (TS2559), whatever they are.
      const without = Object.keys(rest).length > 0 ? [rest] : [];
      return [...without, { ...value, [name]: others[index % others.length] }, { ...value, [name]: null }];
    });
}
