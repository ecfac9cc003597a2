import { dereference, validate as interpret, type Schema } from "@cfworker/json-schema";
import type { JsonObject } from "../description/json-object.ts";
import type { Problem } from "./problem.ts";
import { problemsFrom } from "./problems.ts";
import { standaloneSchema } from "./standalone-schema.ts";

/** A request may leave out what is `readOnly`, a response what is `writeOnly`. */
export type Direction = "request" | "response";

/** Gives the problems of a value, none when it is valid. */
export type Validate = (value: unknown) => readonly Problem[];

const ACCEPT_ALL: Validate = () => [];

/**
 * Makes a validator of one schema of a description. This is the only place that knows the library that validates;
 * it interprets the schema, since generated code would need `eval`, which a strict Content Security Policy forbids.
 *
 * The schema is prepared when it is first used: most schemas of a large description never are.
 */
export function createValidate(document: JsonObject, schema: unknown, direction: Direction): Validate {
  if (schema === undefined) return ACCEPT_ALL;
  let prepared: { schema: Schema; lookup: ReturnType<typeof dereference> } | undefined;
  return (value) => {
    if (prepared === undefined) {
      const standalone = standaloneSchema(document, schema, direction);
      prepared = { schema: standalone, lookup: dereference(standalone) };
    }
    const { schema: standalone, lookup } = prepared;
    // Most values are valid, and to stop at the first mistake finds that out sooner.
    if (interpret(value, standalone, "2020-12", lookup, true).valid) return [];
    return problemsFrom(interpret(value, standalone, "2020-12", lookup, false).errors);
  };
}
