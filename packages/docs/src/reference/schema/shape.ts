import { type Schema, type SchemaObject, type Schemas, schemaName } from "@visitors-api/openapi";

/** A schema in the one form that words are made of: what it refers to, and all of its `allOf`, is part of it. */
export type Shape = {
  /** Without `$ref`, `allOf`, `properties` and `required`, which are below, and without `oneOf` and `anyOf` of one schema. */
  readonly schema: SchemaObject;
  /** The component that it is, by name. */
  readonly component: string | undefined;
  /** Every component that is part of it: inside of it each of them is an ancestor. */
  readonly components: readonly string[];
  readonly nullable: boolean;
  readonly properties: ReadonlyMap<string, Property>;
  readonly required: ReadonlySet<string>;
};

export type Property = {
  readonly schema: Schema;
  /** The components that it came with. */
  readonly components: readonly string[];
};

const known = new WeakMap<Schemas, WeakMap<SchemaObject, Shape>>();

/**
 * The shape of a schema of a description, which is read once, however many operations have it.
 *
 * @param inside components that are being read already: one that is part of itself adds nothing.
 */
export function readShape(
  schemas: Schemas,
  given: Schema | undefined,
  inside: readonly string[] = [],
): Shape {
  if (typeof given !== "object" || inside.length > 0) return shapeOf(schemas, given, inside);
  const shapes = known.get(schemas) ?? new WeakMap<SchemaObject, Shape>();
  known.set(schemas, shapes);
  const shape = shapes.get(given) ?? shapeOf(schemas, given, []);
  shapes.set(given, shape);
  return shape;
}

function shapeOf(schemas: Schemas, given: Schema | undefined, inside: readonly string[]): Shape {
  const { schema, component, components } = follow(schemas, given, inside);
  const { allOf = [], properties = {}, required = [], $ref: _, ...rest } = schema;
  const own: Shape = {
    schema: rest,
    component,
    components,
    nullable: typesOf(rest).includes("null") || rest.enum?.includes(null) === true || rest.const === null,
    properties: new Map(
      Object.entries(properties).map(([name, value]) => [name, { schema: value, components }]),
    ),
    required: new Set(required),
  };
  const parts = allOf.map((part) => shapeOf(schemas, part, [...inside, ...components]));
  const merged = [...parts, own].reduce(merge);
  const whole = { ...merged, component, components: [...new Set([...components, ...merged.components])] };
  return withoutNull(schemas, whole, [...inside, ...components]);
}

/** The types that a schema states. */
export function typesOf({ type }: SchemaObject): readonly string[] {
  return type === undefined ? [] : [type].flat();
}

/** Both of two shapes; of what only one can say, the second has the last word. */
export function merge(first: Shape, second: Shape): Shape {
  const properties = new Map(first.properties);
  for (const [name, property] of second.properties) {
    const before = properties.get(name);
    properties.set(name, before === undefined ? property : both(before, property));
  }
  const descriptions = [second.schema.description, first.schema.description].filter(Boolean);
  return {
    schema: {
      ...first.schema,
      ...second.schema,
      ...(descriptions[0] === undefined ? {} : { description: descriptions[0] }),
    },
    component: undefined,
    components: [...first.components, ...second.components],
    nullable:
      [first, second].every((one) => one.nullable || isOpen(one)) && (first.nullable || second.nullable),
    properties,
    required: new Set([...first.required, ...second.required]),
  };
}

function both(one: Property, other: Property): Property {
  return {
    schema: { allOf: [one.schema, other.schema] },
    components: [...one.components, ...other.components],
  };
}

/** Whether a shape says nothing about whether null is a value. */
function isOpen({ schema, properties }: Shape): boolean {
  const { type, enum: values, oneOf, anyOf } = schema;
  return [type, values, oneOf, anyOf].every((keyword) => keyword === undefined) && properties.size === 0;
}

/** What a schema refers to, with what stands beside the reference. */
function follow(schemas: Schemas, given: Schema | undefined, inside: readonly string[]) {
  const components: string[] = [];
  let schema = asObject(given);
  while (schema.$ref !== undefined) {
    const { $ref, ...beside } = schema;
    const name = schemaName($ref);
    if (name === undefined || components.includes(name) || inside.includes(name)) {
      schema = beside;
      break;
    }
    components.push(name);
    schema = { ...asObject(schemas[name]), ...beside };
  }
  return { schema, component: components[0], components };
}

/** JSON Schema Core § 4.3.2: true allows every value, false none. */
function asObject(schema: Schema | undefined): SchemaObject {
  if (schema === false) return { not: {} };
  return typeof schema === "object" ? schema : {};
}

/** A choice between null and something else says that it may be null, and is no choice. */
function withoutNull(schemas: Schemas, shape: Shape, inside: readonly string[]): Shape {
  let result = shape;
  for (const keyword of ["oneOf", "anyOf"] as const) {
    const options = result.schema[keyword];
    if (options === undefined) continue;
    const others = options.filter((option) => !isNull(asObject(option)));
    const { [keyword]: _, ...rest } = result.schema;
    const nullable = result.nullable || others.length < options.length;
    const [only] = others;
    if (others.length > 1 || only === undefined) {
      result = { ...result, nullable, schema: { ...result.schema, [keyword]: others } };
      continue;
    }
    const inner = shapeOf(schemas, only, inside);
    const { component, components } = result;
    result = {
      ...merge(inner, { ...result, schema: rest }),
      component: component ?? inner.component,
      components: [...new Set([...components, ...inner.components])],
      nullable: nullable || inner.nullable,
    };
  }
  return result;
}

function isNull(schema: SchemaObject): boolean {
  const types = typesOf(schema);
  const isType = types.length === 1 && types[0] === "null";
  return isType || schema.const === null || (schema.enum?.length === 1 && schema.enum[0] === null);
}
