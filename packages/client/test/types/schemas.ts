import { ValidationError } from "../../src/schemas.ts";
import type { Client, Note, UpdateNoteRequest } from "../notes/generated/index.ts";
import { createClient } from "../notes/generated/index.ts";
import * as schemas from "../notes/generated/schemas.ts";
import { type operationSchemas, validate } from "../notes/generated/schemas.ts";

/** Compiles when both types are the same one. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** What a library that knows Standard Schema takes from a validator. */
type Inferred<Schema extends { readonly "~standard": { readonly types?: unknown } }> = NonNullable<
  Schema["~standard"]["types"]
>;
type Output<Schema extends { readonly "~standard": { readonly types?: unknown } }> =
  Inferred<Schema> extends { readonly output: infer T } ? T : never;

export const isNote: Same<Output<typeof schemas.Note>, Note> = true;
export const isRequest: Same<Output<typeof schemas.UpdateNoteRequest>, UpdateNoteRequest> = true;

type Method = Client["updateNote"];
type Operation = (typeof operationSchemas)["updateNote"];
export const isInput: Same<Output<Operation["input"]>, Parameters<Method>[0]> = true;
export const isOutput: Same<Output<Operation["output"]>, Awaited<ReturnType<Method>>> = true;

export function results(value: unknown): Note | readonly PropertyKey[] | undefined {
  const result = schemas.Note["~standard"].validate(value);
  // @ts-expect-error It may have issues instead.
  void result.value;
  if (result.issues) return result.issues[0]?.path;
  return result.value;
}

const client = createClient({ token: "token" });
client.use(validate());
client.use(validate("requests"), validate("responses"), validate("both"));
// @ts-expect-error There are only these.
client.use(validate("errors"));

export function narrow(error: unknown): string | undefined {
  if (!(error instanceof ValidationError)) return undefined;
  const what: "request" | "response" = error.what;
  const status: number | undefined = error.status;
  return `${error.operation} ${what} ${status} ${error.issues[0]?.message}`;
}
