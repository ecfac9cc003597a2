import type { Schema, SchemaObject } from "../load/openapi.ts";

/**
 * What only validators read of a schema (JSON Schema 2020-12 Validation and Applicator, OpenAPI 3.0 § 4.7.24). The linter
 * lets slips in some of it pass, for nothing else hangs on them: see `load`.
 */
export interface ValidatedSchema extends SchemaObject {
  readonly const?: unknown;
  readonly contains?: Schema;
  readonly contentEncoding?: string;
  readonly contentMediaType?: string;
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
  readonly dependentSchemas?: Readonly<Record<string, Schema>>;
  readonly discriminator?: {
    readonly propertyName?: string;
    readonly mapping?: Readonly<Record<string, string>>;
  };
  readonly else?: Schema;
  readonly enum?: readonly unknown[];
  /** In OpenAPI 3.0 it says of `maximum` whether it is exclusive. */
  readonly exclusiveMaximum?: unknown;
  readonly exclusiveMinimum?: unknown;
  readonly format?: unknown;
  readonly if?: Schema;
  readonly maxContains?: unknown;
  readonly maximum?: unknown;
  readonly maxItems?: unknown;
  readonly maxLength?: unknown;
  readonly maxProperties?: unknown;
  readonly minContains?: unknown;
  readonly minimum?: unknown;
  readonly minItems?: unknown;
  readonly minLength?: unknown;
  readonly minProperties?: unknown;
  readonly multipleOf?: unknown;
  readonly not?: Schema;
  /** Only in OpenAPI 3.0; the types read it in both. */
  readonly nullable?: boolean;
  readonly pattern?: unknown;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly propertyNames?: Schema;
  readonly readOnly?: boolean;
  readonly then?: Schema;
  readonly unevaluatedItems?: Schema;
  readonly unevaluatedProperties?: Schema;
  readonly uniqueItems?: unknown;
  readonly writeOnly?: boolean;
}

const limits = [
  ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength"],
  ...["minItems", "maxItems", "minProperties", "maxProperties", "minContains", "maxContains"],
] as const satisfies readonly (keyof ValidatedSchema)[];

/**
 * The keywords of a schema that limit something to a number. In OpenAPI 3.0 `exclusiveMinimum: true` makes an exclusive
 * one of `minimum`.
 */
export function readLimits(schema: ValidatedSchema): ReadonlyMap<(typeof limits)[number], number> {
  const read = new Map(
    limits.flatMap((name) => {
      const value = schema[name];
      return isLimit(name, value) ? [[name, value] as const] : [];
    }),
  );
  for (const [exclusive, inclusive] of [
    ["exclusiveMinimum", "minimum"],
    ["exclusiveMaximum", "maximum"],
  ] as const) {
    const limit = read.get(inclusive);
    if (schema[exclusive] !== true || limit === undefined) continue;
    read.delete(inclusive);
    read.set(exclusive, limit);
  }
  return read;
}

function isLimit(name: (typeof limits)[number], value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && (name !== "multipleOf" || value > 0);
}

/** The keywords of a schema that limit something, to what is no number. */
export function unusableLimits(schema: ValidatedSchema): string[] {
  return limits.filter((name) => {
    const value = schema[name];
    return value !== undefined && typeof value !== "boolean" && !isLimit(name, value);
  });
}

/**
 * The flags with which a pattern is a regular expression of JavaScript, or undefined if it is none. JSON Schema § 6.4 asks
 * for Unicode; where a pattern was written for less, such as `\-`, it is read as its author did.
 */
export function patternFlags(pattern: unknown): "u" | "" | undefined {
  if (typeof pattern !== "string") return undefined;
  // Only the newest platforms have these.
  if (/\(\?[ims]*-?[ims]+:/.test(pattern)) return undefined;
  return (["u", ""] as const).find(
    (flags) => (flags === "u" || !hasForeignEscape(pattern)) && compiles(pattern, flags),
  );
}

/** Without Unicode, JavaScript takes the letter itself for an escape that it does not know, as `\A` or `\p{L}`. */
function hasForeignEscape(pattern: string): boolean {
  return /\\[^BDSWbcdfknrstuvwx\d_\W]/.test(pattern.replaceAll("\\\\", ""));
}

function compiles(pattern: string, flags: string): boolean {
  try {
    return new RegExp(pattern, flags) instanceof RegExp;
  } catch {
    return false;
  }
}
