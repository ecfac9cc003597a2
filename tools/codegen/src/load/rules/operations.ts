import { methods } from "@visitors-api/openapi";
import { isObject, type JsonObject } from "../json.ts";
import { resolveWithin } from "../references/follow.ts";
import { isReference } from "../references/reference.ts";

export interface FoundItem {
  readonly path: string;
  readonly item: JsonObject;
  readonly operations: readonly FoundOperation[];
}

export interface FoundOperation {
  readonly method: string;
  /** As in "GET /pets". */
  readonly shown: string;
  readonly operation: JsonObject;
}

/** The path items of a description that every object is in order in, and their operations. */
export function findItems(document: JsonObject): FoundItem[] {
  return Object.entries(isObject(document["paths"]) ? document["paths"] : {}).flatMap(([path, written]) => {
    const item = resolved(document, written);
    if (!path.startsWith("/") || !item) return [];
    const operations = methods.flatMap((method) => {
      const operation = item[method];
      return isObject(operation) ? [{ method, shown: `${method.toUpperCase()} ${path}`, operation }] : [];
    });
    return [{ path, item, operations }];
  });
}

/** An object, or what a reference in its place leads to. */
export function resolved(document: JsonObject, node: unknown): JsonObject | undefined {
  if (!isReference(node)) return isObject(node) ? node : undefined;
  const led = resolveWithin(document, node);
  return "node" in led && isObject(led.node) ? led.node : undefined;
}

/** The items of a list of parameters, each with what it is. */
export function parametersIn(document: JsonObject, owner: JsonObject) {
  const list = owner["parameters"];
  return (Array.isArray(list) ? list : []).flatMap((written: unknown) => {
    const parameter = resolved(document, written);
    return parameter ? [{ written, parameter, name: String(parameter["name"]), in: parameter["in"] }] : [];
  });
}
