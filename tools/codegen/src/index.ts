/**
 * What tells how an operation is called with the generated client, for documentation that shows such calls, and the client's
 * sources, for documentation that makes them. It reads no file and needs neither Redocly nor a compiler.
 */

export { defaultBaseUrl } from "./emit/description.ts";
export { resultVariable } from "./emit/operations.ts";
export { emitSources } from "./emit/sources.ts";
export { firstSentence, propertyName } from "./emit/text.ts";
export { buildModel } from "./model/build.ts";
export { firstExample } from "./model/examples.ts";
export { preferredMediaType } from "./model/media-types.ts";
export type { Body, Grouping, Model, Operation, SecurityScheme, StyleTuple, Type } from "./model/model.ts";
export { derivedId } from "./model/operation-ids.ts";
export { readType } from "./model/responses.ts";
export { credentialOptions } from "./model/security.ts";
export { buildServer } from "./model/servers.ts";
export { buildEncoding, styleTuple } from "./model/styles.ts";
export { nameValidators } from "./model/validator-names.ts";
