import type { Operation } from "@visitors-api/codegen";
import type { Problem } from "../difference.ts";
import type { Read } from "../read/read.ts";
import { nameOperations } from "../walk/named-operation.ts";
import { coverOf } from "./declarations.ts";

/** One line of a program that compiles only while a user's code does. */
export interface Assertion extends Pick<Problem, "operation" | "side"> {
  readonly code: string;
}

/** What was given must still be taken, and what is given must be what was promised. */
export function assertCompatible(before: Read, after: Read): Assertion[] {
  const methods = new Map(after.model.operations.map((operation) => [operation.name, operation]));
  return nameOperations(before).flatMap(({ label, model }) =>
    assertMethod(label, model, methods.get(model.name)),
  );
}

function assertMethod(label: string, before: Operation, after: Operation | undefined): Assertion[] {
  const name = JSON.stringify(before.name);
  const assert = (side: Problem["side"], from: string, to: string): Assertion => ({
    operation: label,
    side,
    code: `(value: ${from}): ${to} => value;`,
  });
  const give = (part: string) => assert("input", `Before[${name}][${part}]`, `After[${name}][${part}]`);
  const take = (from: string, to: string) =>
    assert("output", `After[${name}]${from}`, `Before[${name}]${to}`);
  // That it is gone is one problem, and not one of each part.
  if (!after) return [give('"input"')];

  const statuses = new Set([...before.errors, ...after.errors].map(({ status }) => status));
  const errors = [...statuses].flatMap((status) => {
    const [was, is] = [coverOf(status, before), coverOf(status, after)];
    // Of what is not documented nothing is promised.
    if (was === undefined) return [];
    const promised = `["errors"][${JSON.stringify(was)}]`;
    if (is === undefined) return [assert("output", "unknown", `Before[${name}]${promised}`)];
    return [take(`["errors"][${JSON.stringify(is)}]`, promised)];
  });
  const headers = assert("input", `Before[${name}]["headers"]`, `After[${name}]["acceptedHeaders"]`);
  return [give('"input"'), headers, take('["output"]', '["output"]'), ...errors];
}
