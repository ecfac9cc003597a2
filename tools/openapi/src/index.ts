/** What an OpenAPI document says, read once for everybody: plain data, web standards only. */

export {
  type Deprecable,
  type Deprecation,
  type DeprecationDay,
  deprecationDays,
  mistakeOfDay,
  readDeprecation,
} from "./deprecation.ts";
export type { Encoding } from "./encoding-object.ts";
export type { Example, ExternalExample } from "./example-object.ts";
export type { Header } from "./header-object.ts";
export { isFieldValue, isToken } from "./http-fields.ts";
export { entriesOf, isObject, type JsonObject, mapValues, objectOrEmpty, textOf } from "./json.ts";
export { type BodyKind, bodyKind, isJson, isRange } from "./media-type/kind.ts";
export { parseMediaType } from "./media-type/parse.ts";
export { negotiate, selectMediaType } from "./media-type/select.ts";
export type { MediaType } from "./media-type-object.ts";
export { mapSchemas, type NormalizedDocument, normalizeDocument } from "./normalize-document.ts";
export type { Notice } from "./notice.ts";
export { type Description, isDocument, readDescription, readNormalized, type Tag } from "./openapi-object.ts";
export type { ExternalDocs, Operation } from "./operation-object.ts";
export type { Parameter } from "./parameter-object.ts";
export {
  effectiveParameters,
  type Method,
  methods,
  operationsIn,
  resolvePathItem,
} from "./path-item-object.ts";
export {
  hasMember,
  isReference,
  percentDecoded,
  pointed,
  pointerKey,
  pointerKeys,
  type Referenced,
  type ReferenceObject,
  ReferenceObjectError,
  resolve,
  schemaName,
  schemaReference,
  under,
} from "./reference-object.ts";
export type { RequestBody } from "./request-body-object.ts";
export type { Response } from "./response-object.ts";
export { errorResponses, isStatus, responseFor, statusKey, successResponses } from "./responses-object.ts";
export type { Sample, SampleOptions } from "./sample/sample.ts";
export { writeXml } from "./sample/xml.ts";
export { type Argument, type Check, call, constant, isCheck } from "./schema-object/check.ts";
export { all, allowsAnything, type CheckContext, checkOf } from "./schema-object/checks.ts";
export { allParts, declarationsOf, deref } from "./schema-object/compose.ts";
export {
  type Direction,
  findDirected,
  type IsDirected,
  isHidden,
  within,
} from "./schema-object/direction.ts";
export { discriminatorOf, tagsOf } from "./schema-object/discriminator.ts";
export { isFile } from "./schema-object/file.ts";
export type { SchemaPlace } from "./schema-object/normalize.ts";
export { patternFlags } from "./schema-object/patterns.ts";
export { isWrittenFile, placeBelow, placeOfBody } from "./schema-object/place.ts";
export { type ObjectShape, objectShape } from "./schema-object/shape.ts";
export { isOfType, typeOfValue, typesOf } from "./schema-object/types.ts";
export type { Discriminator, Schema, SchemaObject, Schemas, TypeName } from "./schema-object.ts";
export {
  isOptional,
  type Security,
  type SecurityAlternative,
  type SecurityNeed,
} from "./security-requirement-object.ts";
export type { SecurityScheme } from "./security-scheme-object.ts";
export {
  basePath,
  isAbsoluteUrl,
  readServers,
  type Server,
  type ServerVariable,
  serverUrl,
} from "./server-object.ts";
export type { ParameterLocation, ParameterStyle, Serialization } from "./style.ts";
