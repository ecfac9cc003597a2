import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  entriesOf,
  isObject,
  type JsonObject,
  methods,
  objectOrEmpty,
  pointerKeys,
} from "@visitors-api/openapi";
import { type Document, isAlias, isMap, isSeq, parse } from "yaml";

interface Additions {
  readonly property: { readonly name: string; readonly schema: object };
  readonly header: object;
  readonly enumValue: string;
  readonly tags: readonly object[];
  readonly paths: JsonObject;
  readonly components: { readonly securitySchemes: JsonObject; readonly schemas: JsonObject };
}

const text = readFileSync(join(import.meta.dirname, "additions.yaml"), "utf8");

/** What is added. */
export const additions: Additions = parse(text);

type Path = readonly (string | number)[];

/**
 * Adds to a description all that the file lists, as a person would: what is there stays as it is written.
 */
export function addAll(description: Document): void {
  const first = firstOperation(description.toJS());
  for (const tag of additions.tags) description.addIn(["tags"], tag);
  for (const [path, item] of entriesOf(withErrors(additions.paths, first.error))) {
    description.setIn(["paths", path], item);
  }
  for (const [kind, components] of Object.entries(additions.components)) {
    for (const [name, component] of Object.entries(components)) {
      description.setIn(["components", kind, name], component);
    }
  }
  const { name, schema } = additions.property;
  const holders = first.bodies.flatMap((body) => objectsIn(description, body));
  if (holders.length === 0) throw new Error("The first operation has no body to add a property to");
  for (const holder of holders) description.setIn([...holder, "properties", name], schema);
  description.addIn([...first.at, "parameters"], additions.header);
  addEnumValue(description);
}

interface FirstOperation {
  readonly at: Path;
  /** The places of the JSON that it takes, and that it answers with. */
  readonly bodies: readonly Path[];
  /** An answer that is an error. */
  readonly error: unknown;
}

function firstOperation(description: JsonObject): FirstOperation {
  for (const [path, item] of entriesOf(description["paths"])) {
    const method = methods.find((name) => isObject(objectOrEmpty(item)[name]));
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
      error: answers.find(([status]) => status.startsWith("4"))?.[1],
    };
  }
  throw new Error("The description has no operation");
}

/** The added path items, with that answer in the place of what stands for it. */
function withErrors(paths: JsonObject, error: unknown): JsonObject {
  return JSON.parse(
    JSON.stringify(paths, (_, value) =>
      isObject(value) && value["$ref"] === "#/an-error-of-the-first-operation" ? error : value,
    ),
  );
}

/** Where the objects stand that a schema is, through references and alternatives. Those that are an alias of another are written there. */
function objectsIn(description: Document, schema: Path): Path[] {
  const reference = description.getIn([...schema, "$ref"]);
  if (typeof reference === "string") return objectsIn(description, pointerKeys(reference));
  const alternatives = ["anyOf", "oneOf"].flatMap((keyword) => {
    const list = description.getIn([...schema, keyword]);
    return isSeq(list) ? list.items.map((_, index) => [...schema, keyword, index]) : [];
  });
  if (alternatives.length > 0) return alternatives.flatMap((each) => objectsIn(description, each));
  const properties = description.getIn([...schema, "properties"], true);
  return isMap(properties) && !isAlias(properties) ? [schema] : [];
}

function addEnumValue(description: Document): void {
  for (const [name, schema] of entriesOf(objectOrEmpty(description.toJS().components)["schemas"])) {
    if (!Array.isArray(objectOrEmpty(schema)["enum"])) continue;
    description.addIn(["components", "schemas", name, "enum"], additions.enumValue);
    return;
  }
}
