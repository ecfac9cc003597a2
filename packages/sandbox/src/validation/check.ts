import type { all } from "@visitors-api/client/validation";

/** What a schema, or one keyword of it, says of a value: a function of the client's validation. */
export type Check = ReturnType<typeof all>;

/** What checks are made with: the document that a schema stands in. */
export interface SchemaDocument {
  readonly isOpenApi30: boolean;
  /** Some schema asks which properties or items all the others speak of, so that none of them is left out. */
  readonly tracksEvaluated: boolean;
  /** The check of what a `$ref` leads to, made when it is first needed: a schema may contain itself. */
  reference(ref: string): Check;
  /** The schema that a `$ref` leads to. */
  target(ref: string): unknown;
  /** The name of the component that a `$ref` leads to, if it leads to one. */
  component(ref: string): string | undefined;
}

/** Makes the check of a schema that stands within another. */
export type Subschema = (schema: unknown) => Check;
