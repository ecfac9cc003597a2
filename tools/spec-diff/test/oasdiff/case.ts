import type { Patch } from "../support/pets.ts";

/** Two states of a description, or of a schema in one. */
export type Case = readonly [before: Patch, after: Patch];
