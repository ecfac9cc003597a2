/**
 * A schema in the one dialect that all readers are given: JSON Schema 2020-12 as OpenAPI 3.1 § 4.8.24 has it, whatever
 * version the document is of. A `$ref` in it leads to a component schema, with annotations beside it at most.
 */
export type Schema = SchemaObject | boolean;

/** The types that JSON Schema knows (JSON Schema Core § 4.2.1 and Validation § 6.1.1). */
export type TypeName = "array" | "boolean" | "integer" | "null" | "number" | "object" | "string";

export interface SchemaObject extends Assertions, Applicators, Annotations {
  /** Always `#/components/schemas/<name>`: see `schemaName`. */
  readonly $ref?: string;
}

type SchemaMap = Readonly<Record<string, Schema>>;

/** JSON Schema Validation § 6. */
interface Assertions {
  readonly type?: TypeName | readonly TypeName[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly multipleOf?: number;
  readonly maximum?: number;
  readonly exclusiveMaximum?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maxLength?: number;
  readonly minLength?: number;
  /** Perhaps none of JavaScript's: see `patternFlags`. */
  readonly pattern?: string;
  readonly maxItems?: number;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  readonly maxContains?: number;
  readonly minContains?: number;
  readonly maxProperties?: number;
  readonly minProperties?: number;
  readonly required?: readonly string[];
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
}

/** JSON Schema Core § 10 and § 11. */
interface Applicators {
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly not?: Schema;
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
  readonly dependentSchemas?: SchemaMap;
  readonly prefixItems?: readonly Schema[];
  readonly items?: Schema;
  readonly contains?: Schema;
  readonly properties?: SchemaMap;
  readonly patternProperties?: SchemaMap;
  readonly additionalProperties?: Schema;
  readonly propertyNames?: Schema;
  readonly unevaluatedItems?: Schema;
  readonly unevaluatedProperties?: Schema;
}

/** JSON Schema Validation § 7 to § 9, and what OpenAPI adds. */
interface Annotations {
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly deprecated?: boolean;
  /** See `readDeprecation`. */
  readonly "x-deprecated-since"?: unknown;
  readonly "x-sunset"?: unknown;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly example?: unknown;
  readonly examples?: readonly unknown[];
  /** `binary` stands only where bytes travel, and not where JSON has a string (OpenAPI 3.1 § 4.8.24.2). */
  readonly format?: string;
  readonly contentEncoding?: string;
  readonly contentMediaType?: string;
  readonly contentSchema?: Schema;
  readonly discriminator?: Discriminator;
  readonly externalDocs?: { readonly url?: string; readonly description?: string };
  readonly xml?: Xml;
}

/** OpenAPI 3.1 § 4.8.25. */
export interface Discriminator {
  readonly propertyName: string;
  /**
   * References by the values of the property: those that the description maps and, of a union, a component that it does not
   * map by its own name.
   */
  readonly mapping: Readonly<Record<string, string>>;
}

/** OpenAPI 3.1 § 4.8.26. */
export interface Xml {
  readonly name?: string;
  readonly namespace?: string;
  readonly prefix?: string;
  readonly attribute?: boolean;
  readonly wrapped?: boolean;
}

/** Component schemas by their names. */
export type Schemas = Readonly<Record<string, Schema>>;
