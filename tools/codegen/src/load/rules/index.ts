import type { ObjectName } from "../objects/objects.ts";
import { discriminatorMappings } from "./discriminator-mappings.ts";
import { fieldTypes } from "./field-types.ts";
import { includedSchemas } from "./included-schemas.ts";
import { leadingSlash } from "./leading-slash.ts";
import { operationIds } from "./operation-ids.ts";
import { pathParameters } from "./path-parameters.ts";
import { pathsPresent } from "./paths-present.ts";
import { pathsWithoutQuery } from "./paths-without-query.ts";
import { referenceStrings } from "./reference-strings.ts";
import { requiredFields } from "./required-fields.ts";
import type { DocumentRule, ObjectRule } from "./rule.ts";
import { nullable, schemaExamples, schemaTypes, tupleItems } from "./schema-keywords.ts";
import { securitySchemes } from "./security-schemes.ts";
import { serverVariables } from "./server-variables.ts";
import { statuses } from "./statuses.ts";
import { uniqueParameters } from "./unique-parameters.ts";
import { unknownFields } from "./unknown-fields.ts";

/** What is looked at before the fields of an object of the specification, which it may change. */
const first: Partial<Record<ObjectName, readonly ObjectRule[]>> = {
  OpenAPI: [pathsPresent],
  Paths: [leadingSlash],
  Responses: [statuses],
  Schema: [tupleItems, schemaExamples],
};

const ofEach: readonly ObjectRule[] = [referenceStrings, unknownFields, fieldTypes, requiredFields];

/** What is looked at when the fields have the types that they should. */
const last: Partial<Record<ObjectName, readonly ObjectRule[]>> = {
  Discriminator: [discriminatorMappings],
  Schema: [schemaTypes, nullable],
  Server: [serverVariables],
};

/** Only what makes a description unusable. Style is the business of the linter that the description's owner runs. */
export function objectRules(name: ObjectName): readonly ObjectRule[] {
  return [...(first[name] ?? []), ...ofEach, ...(last[name] ?? [])];
}

/** In this order: each relies on those before it. */
export const documentRules: readonly DocumentRule[] = [
  uniqueParameters,
  operationIds,
  pathParameters,
  pathsWithoutQuery,
  securitySchemes,
  includedSchemas,
];
