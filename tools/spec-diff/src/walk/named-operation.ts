import { derivedId, type Model } from "@visitors-api/codegen";
import { resolvePathItem, under } from "@visitors-api/openapi";
import type { OperationObject, PathItemObject } from "../read/openapi-document.ts";
import type { Read } from "../read/read.ts";

/** An operation under the name of its method. */
export interface Named {
  readonly id: string;
  /** How a report calls it. */
  readonly label: string;
  /** What the generator makes of it. */
  readonly model: Model["operations"][number];
  readonly operation: OperationObject;
  /** Its path item, with all that it refers to. */
  readonly item: PathItemObject;
  /** The path item as it is written, perhaps a reference. */
  readonly written: object;
}

/** The operations of a description. */
export function nameOperations({
  document,
  model: { operations },
}: Pick<Read, "document" | "model">): Named[] {
  return operations.map((model) => {
    const { method, path } = model;
    const written = document.paths?.[path] ?? {};
    // The loader has checked that there is a path item.
    const item = resolvePathItem(document, written, under("#/paths", path)).item as PathItemObject;
    const operation = item[method] ?? {};
    const id = operation.operationId || derivedId(method, path);
    return { id, label: operation.operationId || address(model), model, operation, item, written };
  });
}

/** How an operation is called. */
export function address({ method, path }: Pick<Named["model"], "method" | "path">): string {
  return `${method.toUpperCase()} ${path}`;
}

/** The name of a path's parameter does not tell one path from another (OpenAPI 3.1 § 4.8.8). */
export function placeOf({ model: { method, path } }: Named): string {
  return `${method} ${path.replaceAll(/\{[^{}]*\}/g, "{}")}`;
}
