import { type Description, isObject, type JsonObject } from "./description.ts";

/**
 * Redoc makes the paths of its pages from tag names and operation ids, letter by letter (`/visitors/updatevisitor`,
 * and `/..` for a tag named `..`). The copy returned here has names whose paths are readable, unique and safe
 * (`/visitors/update-visitor`); tags keep what readers see in `x-displayName`.
 */
export function withSafeNames(description: Description): Description {
  const copy = structuredClone(description);
  const pathItems = pathItemsOf(copy);

  nameTags(
    copy,
    pathItems.flatMap(([, item]) => operationsOf(item).map(([, operation]) => operation)),
  );
  const taken = new Set<string>();
  for (const [path, item] of pathItems) {
    for (const [method, operation] of operationsOf(item)) {
      operation["operationId"] = unique(
        kebabCase(text(operation["operationId"]) ?? text(operation["summary"]) ?? `${method} ${path}`),
        taken,
      );
    }
  }
  return copy;
}

function nameTags(description: Description, operations: readonly JsonObject[]): void {
  const declared = Array.isArray(description["tags"]) ? description["tags"].filter(isObject) : [];
  const used = operations.flatMap((operation) => (Array.isArray(operation["tags"]) ? operation["tags"] : []));
  const names = new Set(
    [...declared.map((tag) => tag["name"]), ...used].filter((name) => typeof name === "string"),
  );
  const taken = new Set<string>();
  const safe = new Map<unknown, string>();
  for (const name of names) {
    const slug = unique(kebabCase(name) || "tag", taken);
    // Redoc's own path for a plain name is the same, and the name then needs no stand-in.
    safe.set(name, /^[A-Za-z0-9]+([ -][A-Za-z0-9]+)*$/.test(name) && slug === plainSlug(name) ? name : slug);
  }
  if ([...safe].every(([name, stand]) => name === stand)) return;

  for (const tag of declared) {
    const stand = safe.get(tag["name"]);
    if (stand !== tag["name"]) tag["x-displayName"] ??= tag["name"];
    tag["name"] = stand;
    if (safe.has(tag["parent"])) tag["parent"] = safe.get(tag["parent"]);
  }
  const known = new Set(declared.map((tag) => tag["name"]));
  const undeclared = [...safe].filter(([, stand]) => !known.has(stand));
  description["tags"] = [
    ...declared,
    ...undeclared.map(([name, stand]) => ({ name: stand, "x-displayName": name })),
  ];
  for (const operation of operations) {
    if (Array.isArray(operation["tags"])) {
      operation["tags"] = operation["tags"].map((name) => safe.get(name) ?? name);
    }
  }
  for (const group of Array.isArray(description["x-tagGroups"]) ? description["x-tagGroups"] : []) {
    if (isObject(group) && Array.isArray(group["tags"])) {
      group["tags"] = group["tags"].map((name) => safe.get(name) ?? name);
    }
  }
}

/** The path items wherever a description may have them, by their paths or names. */
export function pathItemsOf(description: Description): [name: string, pathItem: JsonObject][] {
  return [description["paths"], description["webhooks"], objectAt(description, "components")["pathItems"]]
    .filter(isObject)
    .flatMap((group) => Object.entries(group))
    .filter((entry): entry is [string, JsonObject] => isObject(entry[1]));
}

const methods = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"]);

/** The operations of a path item, by method (OpenAPI 3.1 § 4.8.9; `additionalOperations` is OpenAPI 3.2). */
export function operationsOf(pathItem: JsonObject): [method: string, operation: JsonObject][] {
  return [
    ...Object.entries(pathItem).filter(([method]) => methods.has(method)),
    ...Object.entries(objectAt(pathItem, "additionalOperations")),
  ].filter((entry): entry is [string, JsonObject] => isObject(entry[1]));
}

/** `updateVisitor` and `Update visitor` are both `update-visitor`; nothing but a-z, 0-9 and single hyphens is left. */
export function kebabCase(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

function plainSlug(name: string): string {
  return name.toLowerCase().replaceAll(" ", "-");
}

function unique(name: string, taken: Set<string>): string {
  const stem = name === "" ? "operation" : name.slice(0, 100);
  let candidate = stem;
  for (let count = 2; taken.has(candidate); count += 1) candidate = `${stem}-${count}`;
  taken.add(candidate);
  return candidate;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && kebabCase(value) !== "" ? value : undefined;
}

function objectAt(parent: JsonObject, name: string): JsonObject {
  const value = parent[name];
  return isObject(value) ? value : {};
}
