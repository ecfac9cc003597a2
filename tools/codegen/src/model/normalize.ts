import type {
  Description,
  Method,
  OperationObject,
  ParameterObject,
  PathItemObject,
  Referenced,
} from "../load/openapi.ts";
import { methods } from "../load/openapi.ts";
import { findOperations } from "../load/operations.ts";
import { isReference, resolve } from "../load/resolve.ts";
import { inlineReferences } from "./inline-references.ts";
import { bodyKind } from "./media-types.ts";
import { Names, pascalCase } from "./names.ts";

/** OpenAPI 3.1 § 4.8.12.2: header parameters of these names are ignored, for other fields say what they would. */
export const ignoredHeaders: ReadonlySet<string> = new Set(["accept", "content-type", "authorization"]);

export interface Normalized {
  readonly description: Description;
  /** Which operations have another id than the description gives them. */
  readonly notices: readonly string[];
}

/**
 * The description with every operation in a path item of its own, under an id, with its path's parameters among its own.
 * Both the types and the model are made from it, so that they agree.
 */
export function normalize(original: Description): Normalized {
  const description = inlineReferences(original);
  const operations = findOperations(description);

  // Ids that the description gives come first, so that a derived one never takes the place of one.
  const names = new Names([]);
  const ids = operations.map(
    // openapi-typescript makes a JSON Pointer of an id, and reads it as a URI fragment.
    ({ operation: { operationId } }) => operationId && names.take(operationId.replaceAll(/[#%]/g, "/")),
  );

  const notices = operations.flatMap(({ path, method, operation: { operationId } }, index) =>
    operationId && ids[index] !== operationId
      ? [
          `${method.toUpperCase()} ${path} is the operation \`${ids[index]}\`, for \`${operationId}\` cannot be its id too.`,
        ]
      : [],
  );

  const paths: Record<string, PathItemObject> = {};
  for (const [index, { path, method, item, operation }] of operations.entries()) {
    const operationId = ids[index] || names.take(derivedId(method, path));
    const parameters = mergeParameters(description, item.parameters ?? [], operation.parameters ?? []);
    const servers = operation.servers ?? item.servers;
    const complete: OperationObject = {
      ...operation,
      operationId,
      parameters,
      ...(operation.responses && { responses: withoutExtensions(operation.responses) }),
      ...(servers && { servers }),
    };
    paths[path] = { ...paths[path], [method]: complete };
  }
  const { components, webhooks } = description;
  const normalized: Description = {
    ...description,
    paths,
    ...(webhooks && { webhooks: mapValues(webhooks, withoutIds) }),
    ...(components && {
      components: {
        ...components,
        ...(components.parameters && { parameters: mapValues(components.parameters, withSchema) }),
        ...(components.pathItems && { pathItems: mapValues(components.pathItems, withoutIds) }),
      },
    }),
  };
  return { description: normalized, notices };
}

/** Only what is called needs a type of its own, and what two paths share would have the same one twice. */
function withoutIds(item: Referenced<PathItemObject>): Referenced<PathItemObject> {
  if (isReference(item)) return item;
  const operations = methods.flatMap((method) => {
    const { operationId: _, ...operation } = item[method] ?? {};
    return item[method] ? [[method, operation] as const] : [];
  });
  return { ...item, ...Object.fromEntries(operations) };
}

function mapValues<T>(map: Readonly<Record<string, T>>, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}

/** openapi-typescript takes a parameter that has `content` for a string; its value is what the content's schema says. */
function withSchema(parameter: Referenced<ParameterObject>): Referenced<ParameterObject> {
  if (isReference(parameter) || parameter.schema !== undefined) return parameter;
  const [content] = Object.entries(parameter.content ?? {});
  if (content === undefined || bodyKind(content[0]) !== "json") return parameter;
  const { schema = {} } = content[1];
  return { ...parameter, schema };
}

/** OpenAPI 3.1 § 4.9: whatever stands under a key that begins with `x-`, it is not what the others are. */
function withoutExtensions<T>(map: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(map).filter(([key]) => !key.startsWith("x-")));
}

/** `GET /pets/{id}/toys` → `getPetsByIdToys`: it changes only when the method or the path does. */
export function derivedId(method: Method, path: string): string {
  const readable = path.replaceAll(/\{([^{}]+)\}/g, " by $1 ");
  return method + (pascalCase(readable.replaceAll(/[^\p{ID_Continue}]+/gu, " ")) || "Root");
}

/** OpenAPI 3.1 § 4.8.9: an operation's parameter overrides the one of its path with the same name and place. */
function mergeParameters(
  description: Description,
  ofPath: readonly Referenced<ParameterObject>[],
  ofOperation: readonly Referenced<ParameterObject>[],
): Referenced<ParameterObject>[] {
  const merged = new Map<string, Referenced<ParameterObject>>();
  for (const reference of [...ofPath, ...ofOperation]) {
    const parameter = resolve(description, reference);
    if (parameter.in === "header" && ignoredHeaders.has(parameter.name.toLowerCase())) continue;
    merged.set(`${parameter.in} ${parameter.name}`, withSchema(reference));
  }
  return [...merged.values()];
}
