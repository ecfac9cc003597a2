import type { Direction, Schema, Schemas } from "../../../src/index.ts";

/** A schema with the sample of it. */
export interface SampleVector {
  readonly what: string;
  readonly value: unknown;
  readonly schema: Schema;
  readonly schemas: Schemas;
  readonly direction: Direction;
}

interface VectorOptions {
  readonly schemas?: Schemas;
  readonly direction?: Direction;
}

/** A row of the tables: what is special about a schema, the sample of it, and the schema. */
export function vector(
  what: string,
  value: unknown,
  schema: Schema,
  { schemas = {}, direction = "response" }: VectorOptions = {},
): SampleVector {
  return { what, value, schema, schemas, direction };
}

/** A reference to a component. */
export function ref(name: string): { readonly $ref: string } {
  return { $ref: `#/components/schemas/${name}` };
}
