import type { Direction } from "../schema-object/direction.ts";
import type { Schema, SchemaObject, Schemas } from "../schema-object.ts";
import type { Random } from "./random.ts";

/** A schema that a value is to be valid against. */
export interface Applied<S extends Schema = Schema> {
  readonly schema: S;
  /** The names of the components that it stands in, from the outermost; one that stands in itself is there twice. */
  readonly path: readonly string[];
}

/** Schema objects that a value is to be valid against, all of them. What they are composed of stands beside them. */
export type Parts = readonly Applied<SchemaObject>[];

/** A schema that stands in no component. */
export function own<S extends Schema>(schema: S): Applied<S> {
  return { schema, path: [] };
}

/** A value that was made for a schema. */
export interface Made {
  readonly value: unknown;
  readonly isValid: boolean;
  /** How many characters it has as JSON. */
  readonly size: number;
}

/** Nothing could be made. */
export const nothing: Made = { value: undefined, isValid: false, size: 0 };

/** Makes a value of what is within another. */
export type Make = (applied: readonly Applied[]) => Made;

/** One attempt at a sample. */
export interface Attempt {
  readonly schemas: Schemas;
  readonly direction: Direction;
  /** What the value is left to; undefined where it is to be the usual one. */
  readonly random: Random | undefined;
  /** Undefined where what is made is not to be checked. */
  readonly isValid: ((schema: Schema, value: unknown) => boolean) | undefined;
  /** How many objects and arrays deep optional properties are shown, and items that need not be there. */
  readonly depth: number;
  /** How often a component may stand in itself. */
  readonly visits: number;
  /** What was made before, by the schemas and their place. */
  readonly made: Map<string, Made>;
  readonly identities: Map<Schema, number>;
  /** How many values were tried. */
  steps: number;
  /** A component stands in itself more often than it may. */
  isRecursive: boolean;
}

/** How many values are tried in an attempt; with it, no attempt takes long. */
const mostSteps = 1000;

/** Whether enough was tried. */
export function isOver({ steps }: Attempt): boolean {
  return steps > mostSteps;
}
