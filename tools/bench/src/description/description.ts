import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** As much of an OpenAPI document as is read here. */
export interface Description {
  readonly servers?: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface Media {
  readonly schema?: unknown;
  readonly examples?: Readonly<Record<string, { readonly $ref?: string; readonly value?: unknown }>>;
}

export interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, Response>>;
  readonly parameters?: readonly object[];
}

interface Response {
  readonly description?: string;
  readonly content?: Readonly<Record<string, Media>>;
}

/** An operation, and where the description has it. */
export interface Located {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
}

/** This repository's description, as the client is generated from it. */
export const ownDescriptionFile = fileURLToPath(import.meta.resolve("@visitors-api/spec"));

/** @throws {Error} when it has not been bundled yet. */
export function readOwnDescription(): Description {
  return JSON.parse(readFileSync(ownDescriptionFile, "utf8"));
}

/** The operations in the order of the description. */
export function locatedOperations({ paths }: Description): Located[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]) =>
      isOperation(operation) ? [{ path, method, operation }] : [],
    ),
  );
}

function isOperation(value: unknown): value is Operation {
  return typeof value === "object" && value !== null && "operationId" in value;
}

/** What a reference within the document leads to. */
export function dereference(
  description: Description,
  node: { readonly $ref?: string; readonly value?: unknown },
) {
  if (node.$ref === undefined) return node;
  const keys = node.$ref.slice(2).split("/");
  // The bundle has no reference that leads nowhere; its own tests see to that.
  return keys.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], description) as typeof node;
}
