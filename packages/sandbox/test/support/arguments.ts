import { UsageError } from "@visitors-api/machine/usage-error";
import { expect } from "vitest";
import { readArguments } from "../../src/node/arguments.ts";

/** That arguments are refused in one line that says what is wrong with them, which the command prints before it exits with 2. */
export function expectWrong(args: readonly string[], message: string): void {
  const read = () => readArguments(args);
  expect(read).toThrow(UsageError);
  expect(read).toThrow(message);
  expect(read).toThrow(/^.+$/);
}
