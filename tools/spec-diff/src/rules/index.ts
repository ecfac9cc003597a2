import { openapiRules } from "./openapi-object.ts";
import { operationRules } from "./operation-object.ts";
import type { Direction, Rule } from "./rule.ts";
import { schemaRules } from "./schema-object.ts";

const all = { ...openapiRules, ...operationRules, ...schemaRules };

export type Kind = keyof typeof all;

/** Every kind of change there is. */
export const rules: Readonly<Record<Kind, Rule>> = all;

/** Whether only what people read has changed, wherever that is. */
export function isDocumentation({
  kind,
  direction,
}: {
  kind: Kind;
  direction: Direction | undefined;
}): boolean {
  const { verdict }: Rule = rules[kind];
  return (typeof verdict === "string" || !direction ? verdict : verdict[direction]) === "documentation";
}
