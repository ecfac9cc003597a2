import { type Description, type Located, locatedOperations, type Operation } from "./description.ts";
import { resources } from "./resources.ts";

const actions = ["list", "create", "retrieve", "update", "delete"] as const;
type Action = (typeof actions)[number];

/** The number of operations with which a description grown from this repository's is about 1.3 MB. */
export const manyOperations = resources.length * actions.length;

/**
 * The description with more operations: five for each of a list of resources, whose schemas and errors are those of
 * the first operation under names of their own. The same description and number give the same document.
 */
export function growDescription(description: Description, further: number): Description {
  const operations = locatedOperations(description);
  // One with a body, so that others can have one.
  const template = operations.find(({ operation }) => operation.requestBody) ?? operations[0];
  if (!template) throw new Error("The description has no operation to make others from.");
  if (further > manyOperations) throw new Error(`There are resources for ${manyOperations} operations only.`);
  const paths: Record<string, Record<string, unknown>> = { ...description.paths };
  const components = Object.fromEntries(
    Object.entries(description.components).map(([kind, named]) => [kind, { ...named }]),
  );
  for (let made = 0; made < further; made += actions.length) {
    const resource = freeName(resources[made / actions.length] ?? "", description);
    const own = <T>(node: T): T => renameReferences(node, pascalCase(resource));
    for (const kind of ownKinds) {
      const originals = Object.entries(description.components[kind] ?? {});
      const copies = originals.map(([name, node]) => [pascalCase(resource) + name, own(node)]);
      components[kind] = { ...components[kind], ...Object.fromEntries(copies) };
    }
    for (const action of actions.slice(0, further - made)) {
      const { path, method, operation } = makeOperation(template.operation, action, resource);
      paths[path] = { ...paths[path], [method]: own(operation) };
    }
  }
  return { ...description, paths, components };
}

/** The name of a resource or, where the description has something under it, another. */
function freeName(resource: string, description: Description): string {
  const collection = pathOf(resource);
  const ids = new Set(actions.map((action) => operationIdOf(action, resource)));
  const components = ownKinds.flatMap((kind) => Object.keys(description.components[kind] ?? {}));
  const isTaken =
    components.some((name) => name.startsWith(pascalCase(resource))) ||
    locatedOperations(description).some(
      ({ path, operation }) =>
        path === collection || path.startsWith(`${collection}/`) || ids.has(operation.operationId),
    );
  return isTaken ? freeName(`other ${resource}`, description) : resource;
}

function pathOf(resource: string): string {
  return `/${plural(resource).replaceAll(" ", "_")}`;
}

function operationIdOf(action: Action, resource: string): string {
  return action + pascalCase(action === "list" ? plural(resource) : resource);
}

/** Of these every resource has its own; security schemes, parameters and examples are shared. */
const ownKinds = ["schemas", "responses"];

function renameReferences<T>(node: T, prefix: string): T {
  const references = new RegExp(`"#/components/(${ownKinds.join("|")})/`, "g");
  // Parsing what was just printed gives the same structure.
  return JSON.parse(JSON.stringify(node).replaceAll(references, `"#/components/$1/${prefix}`)) as T;
}

function makeOperation(template: Operation, action: Action, resource: string): Located {
  const isOne = action === "retrieve" || action === "update" || action === "delete";
  const collection = pathOf(resource);
  const id = `${resource.replaceAll(" ", "_")}_id`;
  const path = isOne ? `${collection}/{${id}}` : collection;
  const method = { list: "get", create: "post", retrieve: "get", update: "put", delete: "delete" }[action];
  const { requestBody, responses, ...rest } = template;
  const { "200": success = {}, ...errors } = responses;
  const described: Operation & Record<string, unknown> = {
    ...rest,
    operationId: operationIdOf(action, resource),
    summary: `${sentenceCase(action)} ${action === "list" ? plural(resource) : `a ${resource}`}`,
    description: `Sending a ${method.toUpperCase()} request to \`${path}\` will ${action} ${action === "list" ? plural(resource) : `one ${resource}`} of your workspace.`,
    tags: [sentenceCase(plural(resource))],
    parameters: [
      ...(template.parameters ?? []),
      ...(isOne ? [stringParameter(id, "path", `The id of the ${resource}.`)] : []),
      ...(action === "list" ? pagination : []),
    ],
    responses:
      action === "delete" ? { "204": { description: "deleted" }, ...errors } : { "200": success, ...errors },
    ...(requestBody && (action === "create" || action === "update") && { requestBody }),
  };
  return { path, method, operation: described };
}

function stringParameter(name: string, place: "path" | "query", description: string) {
  return { name, in: place, description, required: place === "path", schema: { type: "string" } };
}

const pagination = [
  stringParameter("starting_after", "query", "The cursor to continue from, as the page before gave it."),
  stringParameter("order", "query", "In which order: `asc` or `desc`."),
];

function plural(words: string): string {
  if (/(s|x|ch|sh)$/.test(words)) return `${words}es`;
  return /[^aeiou]y$/.test(words) ? `${words.slice(0, -1)}ies` : `${words}s`;
}

function pascalCase(words: string): string {
  return words.split(" ").map(sentenceCase).join("");
}

function sentenceCase(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
