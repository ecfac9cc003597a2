import { type Argument, type Check, isCheck } from "@visitors-api/openapi";
import { literal, propertyName } from "../text.ts";

/** The name under which the generated file imports the validation's functions. */
export const namespace = "v";

/** The name that a component's validator is exported as. */
export type NameOf = (component: string) => string;

/** A check as an expression that makes it. */
export function printCheck({ check, values }: Check, nameOf: NameOf): string {
  if (values === undefined) return `${namespace}.${check}`;
  return callText(check, ...values.map((value) => printArgument(value, nameOf)));
}

/** A call of one of the validation's functions. */
export function callText(name: string, ...values: readonly string[]): string {
  return `${namespace}.${name}(${values.join(", ")})`;
}

function printArgument(argument: Argument, nameOf: NameOf): string {
  if (isCheck(argument)) return printCheck(argument, nameOf);
  if ("schema" in argument) return nameOf(argument.schema);
  if ("value" in argument) return json(argument.value);
  const properties = argument.checks.map(
    ([name, check]) => `${ignored(name)}${propertyName(name)}: ${printCheck(check, nameOf)}`,
  );
  return properties.length === 0 ? "{}" : `{ ${properties.join(", ")} }`;
}

/** A JSON value. The linter takes what looks like a placeholder of a template string for a slip. */
function json(value: unknown): string {
  return literal(value).replaceAll("${", "\\u0024{");
}

function ignored(name: string): string {
  if (name !== "then") return "";
  return "\n// biome-ignore lint/suspicious/noThenProperty: the description has a property of that name\n";
}
