/**
 * How the client writes parameters and the fields of forms. It is not published: this repository's documentation shows requests with it,
 * which nobody sends.
 */

export { partsOf } from "./runtime/bodies/multipart.ts";
export { type Part, partType } from "./runtime/bodies/part.ts";
export type { FieldEncoding, ParameterStyle } from "./runtime/description.ts";
export { serializeInHeader } from "./runtime/header-parameters.ts";
export { serialize, serializeInPath } from "./runtime/parameters.ts";
export { textOf } from "./runtime/styles.ts";
