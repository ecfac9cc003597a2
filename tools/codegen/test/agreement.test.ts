import { isObject, type Schema } from "@visitors-api/openapi";
import { arbitraryJsonSchema, arbitraryValue } from "@visitors-api/openapi/arbitrary-schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import { expressible } from "../agreement/expressible.ts";
import { leavesTypeOpen } from "../agreement/leaves-type-open.ts";
import { verdicts } from "./support/compiler.ts";
import { components, validatorsOf } from "./support/validators.ts";

/** So many schemas, and so many values for each of them. */
const schemas = 250;
const values = 12;

/**
 * Every object has this property, and every type of one: TypeScript refuses an object that shares no property with a
 * type whose properties are all optional.
 */
const common = "common";

test("the compiler's verdict on a value is the validator's, of all that TypeScript can say of any schema", async () => {
  const arbitrary = fc
    .sample(arbitraryJsonSchema, { numRuns: schemas * 2 })
    .filter(isComparable)
    .slice(0, schemas);
  const named = Object.fromEntries(arbitrary.map((random, index) => [`S${index}`, withCommon(random)]));
  const sayable = Object.fromEntries(
    Object.entries(named).map(([name, random]) => [name, expressible(random as Schema)]),
  );
  const given = fc.sample(arbitraryValue, { numRuns: values }).filter(isComparable).map(withCommonProperty);
  const pairs = Object.keys(named).flatMap((name) => given.map((one) => [name, one] as const));
  const compiled = verdicts(JSON.parse(components("3.1.0", named)), pairs);
  const { validate } = await validatorsOf(components("3.1.0", sayable));
  const whole = await validatorsOf(components("3.1.0", named));

  let valid = 0;
  const disagreements: unknown[] = [];
  for (const [index, [name, one]] of pairs.entries()) {
    const [compiles, isSayable] = [compiled[index], validate(name, one) === undefined];
    const context = { schema: named[name], sayable: sayable[name], value: one };
    // Of the intersection with an object that may lack each property, TypeScript asks no more than of the other type.
    const isWider = compiles && leavesTypeOpen(named[name]);
    if (compiles !== isSayable && !isWider) disagreements.push({ ...context, compiles, isSayable });
    // What the types leave out makes them wider, but for what they take to be said of an object.
    const isRefused = !isSayable && whole.validate(name, one) === undefined;
    if (isRefused && !leavesTypeOpen(named[name])) disagreements.push({ ...context, isRefused });
    if (isSayable) valid++;
  }
  expect(disagreements.slice(0, 10)).toEqual([]);
  expect(valid / pairs.length).toBeGreaterThan(0.2);
  expect(valid / pairs.length).toBeLessThan(0.8);
});

/** TypeScript takes `constructor` of every object to be a function. */
function isComparable(node: unknown): boolean {
  return !JSON.stringify(node).includes('"constructor"');
}

function withCommon(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withCommon);
  if (!isObject(node)) return node;
  const changed = Object.fromEntries(
    Object.entries(node).map(([key, child]) => {
      if (key === "enum") return [key, (child as unknown[]).map(withCommonProperty)];
      if (key === "const") return [key, withCommonProperty(child)];
      const isMap = /^(properties|patternProperties|dependentSchemas)$/.test(key);
      if (isMap && isObject(child)) {
        return [key, Object.fromEntries(Object.entries(child).map(([name, one]) => [name, withCommon(one)]))];
      }
      return [key, key === "required" || key === "dependentRequired" ? child : withCommon(child)];
    }),
  );
  const isOfObjects = ["properties", "required", "additionalProperties", "patternProperties"].some(
    (key) => key in node,
  );
  if (!isOfObjects) return changed;
  const properties = isObject(changed["properties"]) ? changed["properties"] : {};
  return { ...changed, properties: { ...properties, [common]: true } };
}

function withCommonProperty(one: unknown): unknown {
  if (Array.isArray(one)) return one.map(withCommonProperty);
  if (!isObject(one)) return one;
  const entries = Object.entries(one).map(([key, child]) => [key, withCommonProperty(child)]);
  return { ...Object.fromEntries(entries), [common]: 0 };
}
