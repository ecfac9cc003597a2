import {
  type Description,
  type Method,
  methods,
  type OperationObject,
  type PathItemObject,
} from "./openapi.ts";
import { resolve } from "./resolve.ts";

/** An operation where it stands. */
export interface Found {
  readonly path: string;
  readonly method: Method;
  readonly item: PathItemObject;
  readonly operation: OperationObject;
}

/** The operations that can be called, in the description's order. */
export function findOperations(description: Description): Found[] {
  return Object.entries(description.paths ?? {}).flatMap(([path, reference]) => {
    // OpenAPI 3.1 § 4.8.8: any other key is an extension.
    if (!path.startsWith("/")) return [];
    const item = resolve<PathItemObject>(description, reference);
    return methods.flatMap((method) => {
      const operation = item[method];
      return operation ? [{ path, method, item, operation }] : [];
    });
  });
}
