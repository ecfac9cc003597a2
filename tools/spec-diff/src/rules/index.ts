import { openapiRules } from "./openapi-object.ts";
import { operationRules } from "./operation-object.ts";
import type { Rule } from "./rule.ts";
import { schemaRules } from "./schema-object.ts";

const all = { ...openapiRules, ...operationRules, ...schemaRules };

export type Kind = keyof typeof all;

/** Every kind of change there is. */
export const rules: Readonly<Record<Kind, Rule>> = all;
