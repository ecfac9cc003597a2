/**
 * The parts of an OpenAPI 3.0 or 3.1 document that the generator reads, as they stand after bundling: every `$ref`
 * points into the same document. Named as the OpenAPI Specification names them (§ 4.8).
 */

export interface Reference {
  readonly $ref: string;
}

export type Referenced<T> = T | Reference;

export const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;
export type Method = (typeof methods)[number];

export interface Description {
  readonly openapi: string;
  readonly info?: { readonly title?: string; readonly version?: string; readonly description?: string };
  readonly servers?: readonly ServerObject[];
  readonly security?: readonly SecurityRequirementObject[];
  readonly paths?: Readonly<Record<string, Referenced<PathItemObject>>>;
  readonly webhooks?: Readonly<Record<string, Referenced<PathItemObject>>>;
  readonly components?: ComponentsObject;
}

export interface ComponentsObject {
  readonly schemas?: Readonly<Record<string, SchemaObject>>;
  readonly parameters?: Readonly<Record<string, Referenced<ParameterObject>>>;
  readonly securitySchemes?: Readonly<Record<string, Referenced<SecuritySchemeObject>>>;
  readonly pathItems?: Readonly<Record<string, Referenced<PathItemObject>>>;
}

export interface ServerObject {
  readonly url: string;
  readonly description?: string;
  readonly variables?: Readonly<
    Record<string, { readonly default: string; readonly enum?: readonly string[] }>
  >;
}

export type SecurityRequirementObject = Readonly<Record<string, readonly string[]>>;

export type SecuritySchemeObject = { readonly description?: string } & (
  | { readonly type: "apiKey"; readonly name: string; readonly in: "query" | "header" | "cookie" }
  | { readonly type: "http"; readonly scheme: string }
  | { readonly type: "oauth2" | "openIdConnect" | "mutualTLS" }
);

export type PathItemObject = {
  readonly [M in Method]?: OperationObject;
} & {
  readonly parameters?: readonly Referenced<ParameterObject>[];
  readonly servers?: readonly ServerObject[];
};

export interface OperationObject {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly parameters?: readonly Referenced<ParameterObject>[];
  readonly requestBody?: Referenced<RequestBodyObject>;
  readonly responses?: Readonly<Record<string, Referenced<ResponseObject>>>;
  readonly security?: readonly SecurityRequirementObject[];
  readonly servers?: readonly ServerObject[];
}

export interface ParameterObject {
  readonly name: string;
  readonly in: "query" | "header" | "path" | "cookie";
  readonly description?: string;
  readonly required?: boolean;
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
  readonly schema?: Schema;
  readonly content?: Readonly<Record<string, MediaTypeObject>>;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, Referenced<ExampleObject>>>;
}

export interface RequestBodyObject {
  readonly description?: string;
  readonly required?: boolean;
  readonly content?: Readonly<Record<string, MediaTypeObject>>;
}

export interface ResponseObject {
  readonly description?: string;
  readonly content?: Readonly<Record<string, MediaTypeObject>>;
}

export interface MediaTypeObject {
  readonly schema?: Schema;
  readonly encoding?: Readonly<Record<string, EncodingObject>>;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, Referenced<ExampleObject>>>;
}

export interface EncodingObject {
  readonly contentType?: string;
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
}

export interface ExampleObject {
  readonly value?: unknown;
}

/** OpenAPI 3.1 allows `true` and `false` as schemas. */
export type Schema = SchemaObject | boolean;

export interface SchemaObject {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly default?: unknown;
  readonly example?: unknown;
  readonly examples?: readonly unknown[];
  readonly deprecated?: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}
