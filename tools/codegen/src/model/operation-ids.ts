import type { Notice, Operation } from "@visitors-api/openapi";
import { Names, pascalCase } from "./names.ts";

/** The id of each operation, in the description's order, by which the types know it. */
export function nameOperationIds(operations: readonly Operation[]): { ids: string[]; notices: Notice[] } {
  const names = new Names([]);
  // Ids that the description gives come first, so that a derived one never takes the place of one.
  const given = operations.map(
    // openapi-typescript makes a JSON Pointer of an id, and reads it as a URI fragment.
    ({ id }) => (id === undefined ? undefined : names.take(id.replaceAll(/[#%]/g, "/"))),
  );
  const notices = operations.flatMap(({ id, method, path, pointer }, index): Notice[] => {
    if (given[index] === id) return [];
    const message = `${method.toUpperCase()} ${path} is the operation \`${given[index]}\`, for \`${id}\` cannot be its id too.`;
    return [{ message, pointer }];
  });
  const ids = operations.map(
    ({ method, path }, index) => given[index] ?? names.take(derivedId(method, path)),
  );
  return { ids, notices };
}

/** `GET /pets/{id}/toys` → `getPetsByIdToys`: it changes only when the method or the path does. */
export function derivedId(method: string, path: string): string {
  const readable = path.replaceAll(/\{([^{}]+)\}/g, " by $1 ");
  return method + (pascalCase(readable.replaceAll(/[^\p{ID_Continue}]+/gu, " ")) || "Root");
}
