import { openapiRules } from "./openapi-object.ts";
import { operationRules } from "./operation-object.ts";
import type { Direction, Rule } from "./rule.ts";
import { schemaRules } from "./schema-object.ts";

const all = { ...openapiRules, ...operationRules, ...schemaRules };

export type Kind = keyof typeof all;

/** Every kind of change there is. */
export const rules: Readonly<Record<Kind, Rule>> = all;

interface Judged {
  readonly kind: Kind;
  readonly direction: Direction | undefined;
}

/** Whether only what people read has changed, wherever that is. */
export function isDocumentation(finding: Judged): boolean {
  return verdictOf(finding) === "documentation";
}

/** Whether it breaks those who give what is given, or read what is answered. */
export function isBreaking(finding: Judged): boolean {
  return verdictOf(finding) === "breaking";
}

function verdictOf({ kind, direction }: Judged): Rule["verdict"] {
  const { verdict }: Rule = rules[kind];
  return typeof verdict === "string" || !direction ? verdict : verdict[direction];
}
