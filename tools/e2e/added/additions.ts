import { readFileSync } from "node:fs";
import { join } from "node:path";
import { entriesOf, type JsonObject, methods, objectOrEmpty, pointerKeys } from "@visitors-api/openapi";
import { type Document, isAlias, isMap, isSeq, parse } from "yaml";

interface Additions {
  readonly property: { readonly name: string; readonly schema: { readonly description: string } };
  readonly header: { readonly name: string };
  readonly status: string;
  readonly server: { readonly url: string };
  readonly enumValue: string;
  readonly tags: readonly { readonly name: string }[];
  /** By method. */
  readonly beside: JsonObject;
  readonly paths: JsonObject;
  readonly components: { readonly securitySchemes: JsonObject; readonly schemas: JsonObject };
}

const text = readFileSync(join(import.meta.dirname, "additions.yaml"), "utf8");

/** What is added. */
export const additions: Additions = parse(text);

type Path = readonly (string | number)[];

/**
 * Adds to a description all that the file lists, as a person would: what is there stays as it is written, and so does what has the
 * name of an addition already.
 */
export function addAll(description: Document): void {
  const first = firstOperation(description.toJS());
  const [, path = ""] = first.at;
  for (const tag of additions.tags) append(description, ["tags"], tag, "name");
  for (const [method, operation] of entriesOf(answering(additions.beside, first))) {
    put(description, ["paths", path, freeMethod(description, path, method, operation)], operation);
  }
  for (const [added, item] of entriesOf(answering(additions.paths, first)))
    put(description, ["paths", added], item);
  for (const [kind, components] of Object.entries(additions.components)) {
    for (const [name, component] of Object.entries(components)) {
      put(description, ["components", kind, name], component);
    }
  }
  const { name, schema } = additions.property;
  const holders = first.bodies.flatMap((body) => objectsIn(description, body));
  if (holders.length === 0) throw new Error("The first operation has no body to add a property to");
  for (const holder of holders) put(description, [...holder, "properties", name], schema);
  append(description, [...first.at, "parameters"], additions.header, "name");
  put(description, [...first.at, "responses", additions.status], first.error);
  append(description, ["servers"], additions.server, "url");
  addEnumValue(description);
}

/** The method that is wanted or, where another operation has it, one that none has. */
function freeMethod(
  description: Document,
  path: string | number,
  wanted: string,
  operation: unknown,
): string {
  const { operationId } = objectOrEmpty(operation);
  const idOf = (method: string) => description.getIn(["paths", path, method, "operationId"]);
  const isFree = (method: string) =>
    !description.hasIn(["paths", path, method]) || idOf(method) === operationId;
  return [wanted, ...methods].find(isFree) ?? wanted;
}

function put(description: Document, at: Path, value: unknown): void {
  if (!description.hasIn(at)) description.setIn(at, value);
}

/** @param key What tells the items of the list apart. */
function append<Item extends object>(
  description: Document,
  at: Path,
  item: Item,
  key: keyof Item & string,
): void {
  const list = description.getIn(at);
  const isThere = isSeq(list) && list.items.some((one) => isMap(one) && one.get(key) === item[key]);
  if (!isThere) description.addIn(at, item);
}

interface FirstOperation {
  readonly at: Path;
  /** The places of the JSON that it takes, and that it answers with. */
  readonly bodies: readonly Path[];
  readonly success: unknown;
  /** An answer that is an error. */
  readonly error: unknown;
}

function firstOperation(description: JsonObject): FirstOperation {
  for (const [path, item] of entriesOf(description["paths"])) {
    // In the order of the document: one that is added comes after those that there are.
    const method = Object.keys(objectOrEmpty(item)).find((key) => methods.some((name) => name === key));
    if (method === undefined) continue;
    const at = ["paths", path, method];
    const { responses } = objectOrEmpty(objectOrEmpty(item)[method]);
    const answers = entriesOf(responses);
    const success = answers.find(([status]) => status.startsWith("2"));
    return {
      at,
      bodies: [
        [...at, "requestBody"],
        [...at, "responses", success?.[0] ?? ""],
      ].map((body) => [...body, "content", "application/json", "schema"]),
      success: success?.[1],
      error: answers.find(([status]) => status.startsWith("4"))?.[1],
    };
  }
  throw new Error("The description has no operation");
}

/** What is added, with answers of the first operation in the place of what stands for them. */
function answering(added: JsonObject, { success, error }: FirstOperation): JsonObject {
  const answers: Readonly<Record<string, unknown>> = {
    "#/a-success-of-the-first-operation": success,
    "#/an-error-of-the-first-operation": error,
  };
  return JSON.parse(
    JSON.stringify(added, (_, value) => {
      const { $ref } = objectOrEmpty(value);
      return typeof $ref === "string" ? (answers[$ref] ?? value) : value;
    }),
  );
}

/**
 * Where the objects stand that a schema is, through references and alternatives. What is an alias of another object in the YAML is
 * left out: it gets what that one gets.
 */
function objectsIn(description: Document, schema: Path): Path[] {
  const reference = description.getIn([...schema, "$ref"]);
  if (typeof reference === "string") return objectsIn(description, pointerKeys(reference));
  const alternatives = ["anyOf", "oneOf"].flatMap((keyword) => {
    const list = description.getIn([...schema, keyword]);
    return isSeq(list) ? list.items.map((_, index) => [...schema, keyword, index]) : [];
  });
  if (alternatives.length > 0) return alternatives.flatMap((each) => objectsIn(description, each));
  if (description.hasIn([...schema, "items"])) return objectsIn(description, [...schema, "items"]);
  const properties = description.getIn([...schema, "properties"], true);
  return isMap(properties) && !isAlias(properties) ? [schema] : [];
}

function addEnumValue(description: Document): void {
  for (const [name, schema] of entriesOf(objectOrEmpty(description.toJS().components)["schemas"])) {
    const values = objectOrEmpty(schema)["enum"];
    if (!Array.isArray(values)) continue;
    if (!values.includes(additions.enumValue)) {
      description.addIn(["components", "schemas", name, "enum"], additions.enumValue);
    }
    return;
  }
}
