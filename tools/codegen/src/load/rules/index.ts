import type { ObjectName } from "../objects/object-name.ts";
import { objects } from "../objects/objects.ts";
import { deprecation } from "./deprecation.ts";
import { discriminatorMappings } from "./discriminator-mappings.ts";
import { fieldTypes } from "./field-types.ts";
import { headerNames } from "./header-names.ts";
import { includedSchemas } from "./included-schemas.ts";
import { leadingSlash } from "./leading-slash.ts";
import { mediaTypeNames, schemaBeside, schemaOfBody } from "./misplaced-schema.ts";
import { operationIds } from "./operation-ids.ts";
import { partHeaders } from "./part-headers.ts";
import { pathParameters } from "./path-parameters.ts";
import { pathsPresent } from "./paths-present.ts";
import { pathsWithoutQuery } from "./paths-without-query.ts";
import { referenceStrings } from "./reference-strings.ts";
import { requiredFields } from "./required-fields.ts";
import type { DocumentRule, ObjectRule } from "./rule.ts";
import { nullable, schemaExamples, schemaTypes, tupleItems } from "./schema-keywords.ts";
import { securitySchemes } from "./security-schemes.ts";
import { serverUrls } from "./server-urls.ts";
import { serverVariables } from "./server-variables.ts";
import { statuses } from "./statuses.ts";
import { uniqueParameters } from "./unique-parameters.ts";
import { unknownFields } from "./unknown-fields.ts";

/** What is looked at before the fields of an object of the specification, which it may change. */
const first: Partial<Record<ObjectName, readonly ObjectRule[]>> = {
  Header: [schemaBeside],
  MediaType: [schemaBeside],
  OpenAPI: [pathsPresent],
  Parameter: [schemaBeside, mediaTypeNames],
  Paths: [leadingSlash],
  RequestBody: [schemaOfBody, mediaTypeNames],
  Response: [schemaOfBody, mediaTypeNames],
  Responses: [statuses],
  Schema: [tupleItems, schemaExamples],
};

const ofEach: readonly ObjectRule[] = [referenceStrings, unknownFields, fieldTypes, requiredFields];

/** What is looked at when the fields have the types that they should. */
const last: Partial<Record<ObjectName, readonly ObjectRule[]>> = {
  Discriminator: [discriminatorMappings],
  Encoding: [partHeaders],
  Header: [deprecation],
  Operation: [deprecation],
  Parameter: [headerNames, deprecation],
  Schema: [schemaTypes, nullable, deprecation],
  SecurityScheme: [headerNames],
  Server: [serverVariables, serverUrls],
};

/**
 * What is looked at in each object of the specification. Only what makes a description unusable: style is the
 * business of the linter that the description's owner runs.
 */
export const objectRules: ReadonlyMap<string, readonly ObjectRule[]> = new Map(
  // The table has no other names.
  (Object.keys(objects) as ObjectName[]).map((name) => [
    name,
    [...(first[name] ?? []), ...ofEach, ...(last[name] ?? [])],
  ]),
);

/** In this order: each relies on those before it. */
export const documentRules: readonly DocumentRule[] = [
  uniqueParameters,
  operationIds,
  pathParameters,
  pathsWithoutQuery,
  securitySchemes,
  includedSchemas,
];
