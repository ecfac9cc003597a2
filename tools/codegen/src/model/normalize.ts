import type {
  Description,
  Method,
  OperationObject,
  ParameterObject,
  PathItemObject,
  Referenced,
} from "../load/openapi.ts";
import { methods } from "../load/openapi.ts";
import { resolve } from "../load/resolve.ts";
import { Names, pascalCase } from "./names.ts";

/** OpenAPI 3.1 § 4.8.12.2: header parameters of these names are ignored, for other fields say what they would. */
const ignoredHeaders = new Set(["accept", "content-type", "authorization"]);

/**
 * The description with every operation in a path item of its own, under an id, with its path's parameters among its own.
 * Both the types and the model are made from it, so that they agree.
 */
export function normalize(description: Description): Description {
  const operations = Object.entries(description.paths ?? {}).flatMap(([path, reference]) => {
    const item = resolve<PathItemObject>(description, reference);
    return methods.flatMap((method) => {
      const operation = item[method];
      return operation ? [{ path, method, item, operation }] : [];
    });
  });

  // Ids that the description gives come first, so that a derived one never takes the place of one.
  const names = new Names([]);
  const ids = operations.map(({ operation: { operationId } }) => operationId && names.take(operationId));

  const paths: Record<string, PathItemObject> = {};
  for (const [index, { path, method, item, operation }] of operations.entries()) {
    const operationId = ids[index] || names.take(derivedId(method, path));
    const parameters = mergeParameters(description, item.parameters ?? [], operation.parameters ?? []);
    const servers = operation.servers ?? item.servers;
    const normalized: OperationObject = {
      ...operation,
      operationId,
      parameters,
      ...(servers && { servers }),
    };
    paths[path] = { ...paths[path], [method]: normalized };
  }
  return { ...description, paths };
}

/** `GET /pets/{id}/toys` → `getPetsByIdToys`: it changes only when the method or the path does. */
function derivedId(method: Method, path: string): string {
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
    merged.set(`${parameter.in} ${parameter.name}`, reference);
  }
  return [...merged.values()];
}
