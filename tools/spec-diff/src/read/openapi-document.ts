import type { JsonObject, Method, Referenced } from "@visitors-api/openapi";

/**
 * The parts of an OpenAPI document that are compared, as they are written: what differs is shown in its place, which only the
 * object that was parsed there tells. Named as the OpenAPI Specification names them (§ 4.8).
 */
export interface OpenApiObject extends JsonObject {
  readonly openapi: string;
  readonly info?: JsonObject;
  readonly servers?: readonly JsonObject[];
  readonly security?: readonly SecurityRequirementObject[];
  readonly paths?: Readonly<Record<string, JsonObject>>;
  readonly webhooks?: JsonObject;
  readonly components?: {
    readonly schemas?: Readonly<Record<string, Schema>>;
    readonly securitySchemes?: Readonly<Record<string, Referenced<JsonObject>>>;
  };
}

/** The names of security schemes, with the scopes that are needed of each. */
export type SecurityRequirementObject = Readonly<Record<string, readonly string[]>>;

export type PathItemObject = { readonly [M in Method]?: OperationObject } & {
  readonly parameters?: readonly Referenced<ParameterObject>[];
  readonly servers?: readonly JsonObject[];
};

export interface OperationObject {
  readonly operationId?: string;
  readonly parameters?: readonly Referenced<ParameterObject>[];
  readonly requestBody?: Referenced<RequestBodyObject>;
  readonly responses?: Readonly<Record<string, Referenced<ResponseObject>>>;
  readonly callbacks?: JsonObject;
  readonly security?: readonly SecurityRequirementObject[];
  readonly servers?: readonly JsonObject[];
}

export interface ParameterObject extends HeaderObject {
  readonly name: string;
  readonly in: "query" | "header" | "path" | "cookie";
}

/** What a parameter has but for its name and place (OpenAPI 3.1 § 4.8.21). */
export interface HeaderObject extends JsonObject {
  readonly required?: boolean;
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
  readonly schema?: Schema;
  readonly content?: Content;
}

export interface RequestBodyObject {
  readonly required?: boolean;
  readonly content?: Content;
}

export interface ResponseObject {
  readonly headers?: Readonly<Record<string, Referenced<HeaderObject>>>;
  readonly content?: Content;
  readonly links?: JsonObject;
}

/** Bodies by their media types. */
export type Content = Readonly<Record<string, MediaTypeObject>>;

export interface MediaTypeObject {
  readonly schema?: Schema;
  readonly encoding?: Readonly<Record<string, JsonObject>>;
}

/** OpenAPI 3.1 allows `true` and `false` as schemas. */
export type Schema = SchemaObject | boolean;

/** The keywords that are compared each in a way of its own. */
export interface SchemaObject {
  readonly $ref?: string;
  readonly title?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  /** Of OpenAPI 3.0, and read in both. */
  readonly nullable?: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly uniqueItems?: unknown;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly discriminator?: {
    readonly propertyName?: string;
    readonly mapping?: Readonly<Record<string, string>>;
  };
}
