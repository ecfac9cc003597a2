import {
  type Description,
  type IsDirected,
  type Notice,
  pointerKey,
  readDeprecation,
  type Schema,
  schemaName,
} from "@visitors-api/openapi";
import type { NamedSchema, Type } from "./model.ts";
import { Names, pascalCase } from "./names.ts";

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
  const components = Object.entries(description.schemas);
  const names = new Names([...reserved, ...globals, ...errorClasses]);
  const notices: Notice[] = [];

  // A component whose name is a type's name as it stands keeps it, whatever else comes before it.
  const wanted = components.map(([component]) => pascalCase(component) || "Schema");
  const exact = new Map(
    components.flatMap(([component], index) =>
      component === wanted[index] && !names.has(component)
        ? [[component, names.take(component)] as const]
        : [],
    ),
  );
  const alternatives = new Map(
    components.map(([component, schema]) => [component, findAlternatives(schema, description, isDirected)]),
  );
  const all = new Set([...alternatives.values()].flat());
  const named = components.map(([component, schema], index): Omit<NamedSchema, "alternatives"> => {
    const name = exact.get(component) ?? free(names, wanted[index] ?? component);
    if (name !== wanted[index]) {
      const message = `The schema \`${component}\` is exported as ${name}, for ${wanted[index]} is taken.`;
      notices.push({ message, pointer: `#/components/schemas/${pointerKey(component)}` });
    }
    const said = typeof schema === "object" ? schema : {};
    return {
      component,
      name,
      description: said.description ?? "",
      ...readDeprecation(said),
      directed: isDirected(schema),
      isAlternative: all.has(component),
    };
  });
  const nameOf = new Map(named.map(({ component, name }) => [component, name]));
  const schemas = named.map(
    (schema): NamedSchema => ({
      ...schema,
      alternatives: (alternatives.get(schema.component) ?? []).flatMap((each) => nameOf.get(each) ?? []),
    }),
  );
  return { schemas, notices };
}

/** The components of which a schema is one, if it is nothing else and each of them is an object whose properties are described. */
function findAlternatives(schema: Schema, { schemas }: Description, isDirected: IsDirected): string[] {
  if (typeof schema !== "object" || isDirected(schema)) return [];
  const { description, title, examples, example, deprecated, anyOf, oneOf, ...others } = schema;
  if (saysMore(others) || (anyOf && oneOf)) return [];
  const components = (anyOf ?? oneOf ?? []).map((each) => componentOf(each) ?? "");
  return components.every((component) => isPlainObject(schemas[component])) ? components : [];
}

function isPlainObject(schema: Schema | undefined): boolean {
  if (typeof schema !== "object") return false;
  const { description, title, examples, example, deprecated, required, properties, type, ...others } = schema;
  return type === "object" && properties !== undefined && !saysMore(others);
}

/** What extensions say is of no matter for a type. */
function saysMore(others: object): boolean {
  return Object.keys(others).some((keyword) => !keyword.startsWith("x-"));
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
  return typeof schema === "object" && schema.$ref !== undefined ? schemaName(schema.$ref) : undefined;
}
