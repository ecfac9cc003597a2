import type { Operation } from "@visitors-api/codegen";
import type { Problem } from "../difference.ts";
import type { Prepared } from "../read/read.ts";
import { nameOperations, placeOf } from "../walk/named-operation.ts";
import { coverOf } from "./declarations.ts";

/** One line of a program that compiles only while a user's code does: the one type has to do for the other. */
export interface Assertion extends Pick<Problem, "operation" | "part"> {
  /** The client's method, as it was called. */
  readonly method: string;
  readonly from: string;
  readonly to: string;
}

export function lineOf({ from, to }: Pick<Assertion, "from" | "to">): string {
  return `(value: ${from}): ${to} => value;`;
}

/** What was given must still be taken, and what is given must be what was promised. */
export function assertCompatible(before: Prepared, after: Prepared): Assertion[] {
  const named = nameOperations(after);
  const methods = new Map(named.map(({ model }) => [model.name, model]));
  const labels = new Map(named.map((operation) => [placeOf(operation), operation.label]));
  return nameOperations(before).flatMap((operation) => {
    const { label, model } = operation;
    const method = methods.get(model.name);
    // What is called otherwise now goes by its new name in whatever is said of it.
    return assertMethod(method ? label : (labels.get(placeOf(operation)) ?? label), model, method);
  });
}

function assertMethod(operation: string, before: Operation, after: Operation | undefined): Assertion[] {
  const name = JSON.stringify(before.name);
  const assert = (part: string, from: string, to: string): Assertion => ({
    operation,
    part,
    method: before.name,
    from,
    to,
  });
  const take = (part: string, from: string, to: string) =>
    assert(part, `After[${name}]${from}`, `Before[${name}]${to}`);
  const input = assert("input", `Before[${name}]["input"]`, `After[${name}]["input"]`);
  // That it is gone is one problem, and not one of each part.
  if (!after) return [input];

  const statuses = new Set([...before.errors, ...after.errors].map(({ status }) => status));
  const errors = [...statuses].flatMap((status) => {
    const [was, is] = [coverOf(status, before), coverOf(status, after)];
    // Of what is not documented nothing is promised.
    if (was === undefined) return [];
    const promised = `["errors"][${JSON.stringify(was)}]`;
    if (is === undefined) return [assert(status, "unknown", `Before[${name}]${promised}`)];
    return [take(status, `["errors"][${JSON.stringify(is)}]`, promised)];
  });
  const headers = assert("headers", `Before[${name}]["headers"]`, `After[${name}]["acceptedHeaders"]`);
  return [input, headers, take("output", '["output"]', '["output"]'), ...errors];
}
