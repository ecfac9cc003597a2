import type { JsonObject } from "@visitors-api/openapi";
import notesDocument from "@visitors-api/openapi/notes" with { type: "json" };
import document from "@visitors-api/spec" with { type: "json" };
import { operationTable } from "../src/generated/operations.ts";
import { createClient } from "../src/index.ts";
import * as schemas from "../src/schemas.ts";
import * as notes from "./notes/generated/client.ts";
import { operationTable as notesOperations } from "./notes/generated/operations.ts";
import * as notesSchemas from "./notes/generated/schemas.ts";

/** What was generated from a description, with the description. */
export interface Api {
  readonly api: string;
  readonly document: JsonObject;
  readonly createClient: (options: never) => object;
  readonly operationTable: object;
  /** All that the module of validators exports. */
  readonly schemas: { readonly operationSchemas: object };
}

/** For what holds of any description: it is tried on this repository's own, and on the notes. */
export const apis: readonly Api[] = [
  { api: "this API", document, createClient, operationTable, schemas },
  {
    api: "notes",
    document: notesDocument,
    createClient: notes.createClient,
    operationTable: notesOperations,
    schemas: notesSchemas,
  },
];
