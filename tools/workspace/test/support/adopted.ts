import { join } from "node:path";
import { root } from "../../src/root.ts";

/** Descriptions of other APIs: one that keeps the rules of this repository, and one that breaks some. */
export const todo = join(root, "tools/e2e/adopted/todo.yaml");
export const museum = join(root, "tools/e2e/adopted/museum.yaml");
