import type { Description } from "@visitors-api/codegen";
import type { Findings } from "./findings.ts";
import type { SchemaPairs } from "./schema/pairs.ts";

/** The two descriptions, and the comparison of what schemas they have. */
export interface Sides {
  readonly before: Description;
  readonly after: Description;
  readonly schemas: SchemaPairs;
}

/** What was found of some operations, by the names that a report has for them. */
export interface Walked {
  readonly operations: readonly string[];
  readonly findings: Findings;
}
