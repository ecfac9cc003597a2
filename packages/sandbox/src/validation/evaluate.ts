import * as validation from "@visitors-api/client/validation";
import type { Argument, Check } from "@visitors-api/openapi";

type CheckFunction = ReturnType<typeof validation.all>;

/** What stands for a component schema where another refers to it. */
export type Component = ReturnType<typeof validation.schema>;

/** Makes the calls that `checkOf` gives as data. The generator prints the same calls into a client. */
export function evaluate({ check, values }: Check, component: (name: string) => Component): CheckFunction {
  // `checkOf` names what `@visitors-api/client/validation` exports, and gives each of them what it takes.
  const exported = validation as unknown as Readonly<Record<string, CheckFunction & MakeCheck>>;
  const named = exported[check];
  if (named === undefined) throw new Error(`The client's validation has no ${check}`);
  return values === undefined ? named : named(...values.map((value) => argument(value, component)));
}

type MakeCheck = (...values: readonly unknown[]) => CheckFunction;

function argument(value: Argument, component: (name: string) => Component): unknown {
  if ("check" in value) return evaluate(value, component);
  if ("schema" in value) return component(value.schema);
  if ("value" in value) return value.value;
  return Object.fromEntries(value.checks.map(([name, check]) => [name, evaluate(check, component)]));
}
