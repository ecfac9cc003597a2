import { type ValidationIssue, schema as validator } from "@visitors-api/client/validation";
import type { JsonObject } from "../description/json-object.ts";
import { DescribedSchemas } from "./described-schemas.ts";

/** A request may leave out what is `readOnly`, a response what is `writeOnly`. */
export type Direction = "request" | "response";

/** Gives what is wrong with a value; nothing when it is valid. */
export type Validate = (value: unknown) => readonly ValidationIssue[];

const NOTHING: readonly ValidationIssue[] = [];

// The schemas of a description share what they refer to, for as long as somebody has the description.
const schemasOf = new WeakMap<JsonObject, DescribedSchemas>();

/**
 * Makes a validator of one schema of a description, from the same parts as the client's generated validators. It needs no
 * `eval`, which a strict Content Security Policy forbids.
 *
 * The schema is prepared when it is first used: most schemas of a large description never are.
 */
export function createValidate(document: JsonObject, schema: unknown, direction: Direction): Validate {
  if (schema === undefined) return () => NOTHING;
  const build = () => describedSchemas(document).check(schema);
  const { validate } = validator(build, direction === "request" ? "input" : "output")["~standard"];
  return (value) => validate(value).issues ?? NOTHING;
}

function describedSchemas(document: JsonObject): DescribedSchemas {
  let schemas = schemasOf.get(document);
  if (schemas === undefined) {
    schemas = new DescribedSchemas(document);
    schemasOf.set(document, schemas);
  }
  return schemas;
}
