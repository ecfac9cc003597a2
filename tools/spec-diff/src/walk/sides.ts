import type { Model } from "@visitors-api/codegen";
import type { OpenApiObject } from "../read/openapi-document.ts";
import type { Findings } from "./findings.ts";
import type { SchemaPairs } from "./schema/pairs.ts";

/** The two descriptions, what the generator makes of them, and the comparison of what schemas they have. */
export interface Sides {
  readonly before: OpenApiObject;
  readonly after: OpenApiObject;
  readonly models: Readonly<Record<"before" | "after", Model>>;
  readonly schemas: SchemaPairs;
}

/** What was found of some operations, by the names that a report has for them. */
export interface Walked {
  readonly operations: readonly string[];
  readonly findings: Findings;
}
