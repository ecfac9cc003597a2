import { isObject, type JsonObject, methods, pointerKey, resolve } from "@visitors-api/openapi";

/** A part of a description that readers know by its name: an operation, a parameter or a property. */
export type Element = {
  readonly node: JsonObject;
  /** The element or the schema that it is in; undefined for an operation. */
  readonly container: string | undefined;
};

/** What stands in a schema as data, and has no schemas in it. */
const data = new Set(["example", "examples", "default", "enum", "const", "x-codeSamples"]);

/** The elements of a description, by a key that is the same in another version of it, and the schemas that have properties. */
export function elementsOf(description: JsonObject): {
  elements: Map<string, Element>;
  containers: Set<string>;
} {
  const elements = new Map<string, Element>();
  const containers = new Set<string>();
  for (const [path, item] of pathItemsOf(description)) {
    for (const [method, operation] of operationsOf(item)) {
      const key = `${method} ${path}`;
      elements.set(key, { node: operation, container: undefined });
      containers.add(key);
      for (const list of [item["parameters"], operation["parameters"]]) {
        for (const parameter of Array.isArray(list) ? list.filter(isObject) : []) {
          const { in: place, name } = resolved(parameter, description);
          elements.set(`${key} ${place} ${name}`, { node: parameter, container: key });
        }
      }
    }
  }
  const visit = (node: unknown, pointer: string): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [name, value] of Object.entries(node)) {
      const below = `${pointer}/${pointerKey(name)}`;
      if (data.has(name)) continue;
      if (name !== "properties" || !isObject(value)) {
        visit(value, below);
        continue;
      }
      containers.add(pointer);
      for (const [property, schema] of Object.entries(value)) {
        const key = `${below}/${pointerKey(property)}`;
        if (isObject(schema)) elements.set(key, { node: schema, container: pointer });
        visit(schema, key);
      }
    }
  };
  visit(description, "#");
  return { elements, containers };
}

/** The node itself with what its `$ref` points to, if it has one. */
export function resolved(node: JsonObject, description: JsonObject): JsonObject {
  return node["$ref"] === undefined ? node : { ...resolve<JsonObject>(description, node), ...node };
}

/** The path items wherever a description may have them, by their paths or names. */
function pathItemsOf(description: JsonObject): [name: string, pathItem: JsonObject][] {
  const { components } = description;
  return [
    description["paths"],
    description["webhooks"],
    isObject(components) ? components["pathItems"] : undefined,
  ]
    .filter(isObject)
    .flatMap((group) => Object.entries(group))
    .filter((entry): entry is [string, JsonObject] => isObject(entry[1]));
}

function operationsOf(pathItem: JsonObject): [method: string, operation: JsonObject][] {
  return methods.flatMap((method): [string, JsonObject][] => {
    const operation = pathItem[method];
    return isObject(operation) ? [[method, operation]] : [];
  });
}
