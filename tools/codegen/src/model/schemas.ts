import type { Description, Schema, SchemaObject } from "../load/openapi.ts";
import { resolve } from "../load/resolve.ts";
import type { IsDirected } from "./access.ts";
import type { NamedSchema, Type } from "./model.ts";
import { Names, pascalCase } from "./names.ts";

const componentPointer = "#/components/schemas/";

/** Names that generated files, or a client's own errors and options, have for something else. */
const reserved = [
  ...[
    "ApiError",
    "ArrayBufferView",
    "BaseClientOptions",
    "BasicCredential",
    "Blob",
    "CallError",
    "CallOptions",
  ],
  ...["Client", "ClientOptions", "ConnectionError", "Credential", "FetchClient", "NonNullable"],
  ...["Readable", "Writable"],
  ...["OperationEntry", "OperationErrors", "Operations", "OptionalBody", "ReadableStream", "Record"],
  ...["RequestOptions", "ResponseParseError", "TimeoutError", "UserPassword"],
];

/** ECMAScript § 19: who reads one of these names means what the language has by it. */
const globals = [
  ...["AggregateError", "Array", "ArrayBuffer", "Atomics", "BigInt", "BigInt64Array", "BigUint64Array"],
  ...["Boolean", "DataView", "Date", "Error", "EvalError", "FinalizationRegistry", "Float32Array"],
  ...["Float64Array", "Function", "Infinity", "Int16Array", "Int32Array", "Int8Array", "Intl", "JSON", "Map"],
  ...["Math", "NaN", "Number", "Object", "Promise", "Proxy", "RangeError", "ReferenceError", "Reflect"],
  ...["RegExp", "Set", "SharedArrayBuffer", "String", "Symbol", "SyntaxError", "TypeError", "URIError"],
  ...["Uint16Array", "Uint32Array", "Uint8Array", "Uint8ClampedArray", "WeakMap", "WeakRef", "WeakSet"],
];

/** Gives each component schema the name of an exported type. */
export function nameSchemas(
  description: Description,
  errorClasses: readonly string[],
  isDirected: IsDirected,
) {
  const components = Object.entries(description.components?.schemas ?? {});
  const names = new Names([...reserved, ...globals, ...errorClasses]);
  const notices: string[] = [];

  // A component whose name is a type's name as it stands keeps it, whatever else comes before it.
  const wanted = components.map(([component]) => pascalCase(component) || "Schema");
  const exact = new Map(
    components.flatMap(([component], index) =>
      component === wanted[index] && !names.has(component)
        ? [[component, names.take(component)] as const]
        : [],
    ),
  );
  const schemas = components.map(([component, schema], index): NamedSchema => {
    const name = exact.get(component) ?? free(names, wanted[index] ?? component);
    if (name !== wanted[index]) {
      notices.push(`The schema \`${component}\` is exported as ${name}, for ${wanted[index]} is taken.`);
    }
    return {
      component,
      name,
      description: schema.description ?? "",
      deprecated: schema.deprecated === true,
      directed: isDirected(schema),
    };
  });
  return { schemas, notices };
}

function free(names: Names, wanted: string): string {
  return names.take(names.has(wanted) ? `${wanted}Schema` : wanted);
}

/** What the types of an operation's bodies are made with. */
export interface TypeContext {
  readonly description: Description;
  /** Component → exported type. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly isDirected: IsDirected;
  /** The text of the operation's type. */
  readonly place: string;
}

/** The type of a schema: its alias where it is one component, otherwise the place in the types where it stands. */
export function schemaType(
  schema: Schema | undefined,
  place: string,
  direction: "Readable" | "Writable",
  { aliases, isDirected }: TypeContext,
): Type {
  const component = componentOf(schema);
  const alias = component === undefined ? undefined : aliases.get(component);
  if (!isDirected(schema)) return alias === undefined ? { text: place } : { text: alias, alias };
  // An alias is the type of responses.
  if (alias !== undefined && direction === "Readable") return { text: alias, alias };
  return { text: `${direction}<${place}>` };
}

function componentOf(schema: Schema | undefined): string | undefined {
  const ref = typeof schema === "object" ? schema.$ref : undefined;
  if (!ref?.startsWith(componentPointer)) return undefined;
  return decodeURIComponent(ref.slice(componentPointer.length)).replaceAll("~1", "/").replaceAll("~0", "~");
}

/** The shape of a body that decides whether its properties can stand beside parameters in one flat input. */
export interface ObjectShape {
  readonly properties: ReadonlySet<string>;
  /** It says that there may be properties that it does not list. */
  readonly open: boolean;
}

/** Undefined when a value of the schema may be something else than an object. */
export function objectShape(
  description: Description,
  schema: Schema | undefined,
  seen: ReadonlySet<unknown> = new Set(),
): ObjectShape | undefined {
  if (typeof schema !== "object" || seen.has(schema)) return undefined;
  const within = new Set([...seen, schema]);
  if (schema.$ref !== undefined) {
    return objectShape(description, resolve<SchemaObject>(description, { $ref: schema.$ref }), within);
  }
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.some((type) => type !== "object")) return undefined;

  const parts = (schema.allOf ?? []).map((part) => objectShape(description, part, within));
  const variants = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].map((part) =>
    objectShape(description, part, within),
  );
  if (variants.some((variant) => variant === undefined)) return undefined;

  const isObject =
    types.length > 0 || schema.properties !== undefined || schema.additionalProperties !== undefined;
  const shapes = [...parts, ...variants].filter((shape) => shape !== undefined);
  if (!isObject && shapes.length === 0) return undefined;

  const properties = new Set(Object.keys(schema.properties ?? {}));
  for (const shape of shapes) for (const name of shape.properties) properties.add(name);
  const allowsMore = schema.additionalProperties !== undefined && schema.additionalProperties !== false;
  return { properties, open: allowsMore || shapes.some(({ open }) => open) };
}
