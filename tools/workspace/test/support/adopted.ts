import { join } from "node:path";
import type { Api } from "@visitors-api/release/api";
import { root } from "../../src/root.ts";

/** Descriptions of other APIs: one that keeps the rules of this repository, and one that breaks some. */
export const todo = join(root, "tools/e2e/adopted/todo.yaml");
export const museum = join(root, "tools/e2e/adopted/museum.yaml");

/** An API that is adopted. */
export interface Adopted {
  readonly api: Pick<Api, "title" | "name" | "scope" | "variables">;
  readonly description: string;
  /** A statement of its client. */
  readonly call: string;
  /** Its repository; empty until it is adopted, as the next. */
  folder: string;
  /** What the adoption ended with. */
  left: string;
}

export const adoptedTodo: Adopted = {
  api: {
    title: "Todo API",
    name: "todo",
    scope: "@to-do",
    variables: { token: "TODO_API_KEY", baseUrl: "TODO_BASE_URL" },
  },
  description: todo,
  call: 'client.createTask({ title: "Buy milk" })',
  folder: "",
  left: "",
};

export const adoptedMuseum: Adopted = {
  api: {
    title: "Redocly Museum API",
    name: "museum",
    scope: "@museum-api",
    variables: { username: "REDOCLY_USERNAME", token: "REDOCLY_PASSWORD", baseUrl: "REDOCLY_BASE_URL" },
  },
  description: museum,
  call: "client.createSpecialEvent({",
  folder: "",
  left: "",
};
