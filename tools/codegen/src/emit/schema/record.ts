import { propertyName } from "../text.ts";

/** An object of expressions. */
export function record(entries: readonly (readonly [name: string, expression: string])[]): string {
  const properties = entries.map(
    ([name, expression]) => `${ignored(name)}${propertyName(name)}: ${expression}`,
  );
  return properties.length === 0 ? "{}" : `{ ${properties.join(", ")} }`;
}

function ignored(name: string): string {
  if (name !== "then") return "";
  return "\n// biome-ignore lint/suspicious/noThenProperty: the description has a property of that name\n";
}
