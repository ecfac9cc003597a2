import type { Check, Context } from "./check.ts";
import { calls } from "./checks/calls.ts";
import { connections } from "./checks/connections.ts";
import { credentials } from "./checks/credentials.ts";
import { errors } from "./checks/errors.ts";
import { observing } from "./checks/observing.ts";
import { responses } from "./checks/responses.ts";
import { retries } from "./checks/retries.ts";
import { timeouts } from "./checks/timeouts.ts";
import { validation } from "./checks/validation.ts";

export interface Result {
  readonly name: string;
  /** What is wrong; undefined when the promise is kept. */
  readonly problem?: string;
}

/**
 * What the client promises on every platform. It is one module without dependencies, which each platform loads as it
 * is, and it takes the client from whoever runs it.
 */
const checks: Readonly<Record<string, Check>> = {
  ...calls,
  ...credentials,
  ...errors,
  ...connections,
  ...retries,
  ...timeouts,
  ...responses,
  ...observing,
  ...validation,
};

/** One sentence for each promise. */
export const checkNames: readonly string[] = Object.keys(checks);

/** Checks all of it, three promises at a time, since most of the time is spent in waits. None may take a minute. */
export async function runContract(context: Context): Promise<Result[]> {
  const results: Result[] = [];
  const left = Object.entries(checks);
  const lane = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const [name, check] = next;
      const problem = await within(60_000, check(context)).catch(describe);
      results.push(problem === undefined ? { name } : { name, problem });
    }
  };
  await Promise.all([lane(), lane(), lane()]);
  return results;
}

function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It took longer than ${milliseconds} ms`)), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return `It was rejected with ${String(error)}`;
  // Not every platform has the message in the stack.
  const cause = error.cause === undefined ? "" : `\ncaused by ${describe(error.cause)}`;
  return `${error.name}: ${error.message}\n${error.stack ?? ""}${cause}`;
}
