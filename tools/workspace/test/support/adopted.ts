import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runNode } from "@visitors-api/machine/run";
import type { Api } from "@visitors-api/release/api";
import { root } from "../../src/root.ts";

/** Descriptions of other APIs: one that keeps the rules of this repository, and one that breaks some. */
export const todo = join(root, "tools/e2e/adopted/todo.yaml");
export const museum = join(root, "tools/e2e/adopted/museum.yaml");

/** Whoever adopts has told git who they are. */
export const identity = {
  GIT_AUTHOR_NAME: "a",
  GIT_AUTHOR_EMAIL: "a@localhost",
  GIT_COMMITTER_NAME: "a",
  GIT_COMMITTER_EMAIL: "a@localhost",
};

/** Writes a description in several files into a folder, and gives the one that it begins with. */
export async function split(description: string, folder: string): Promise<string> {
  const redocly = fileURLToPath(import.meta.resolve("@redocly/cli/bin/cli.js"));
  // In tests of its own Redocly prints what it would write.
  const env = { NODE_ENV: undefined, REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  const { status, output } = await runNode(redocly, ["split", description, "--outDir", folder], { env });
  if (status !== 0) throw new Error(output);
  return join(folder, "openapi.yaml");
}

/** An API that is adopted. */
export interface Adopted {
  readonly api: Pick<Api, "title" | "name" | "scope" | "variables">;
  /** The file that it begins with. */
  description: string;
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
