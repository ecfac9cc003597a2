export { absent, input, optional, optionalBody } from "./input.ts";
export { contains, items, maxItems, minItems, prefixItems, uniqueItems } from "./keywords/array.ts";
export {
  all,
  anyOf,
  anything,
  discriminator,
  ifThenElse,
  not,
  nothing,
  nullable,
  oneOf,
} from "./keywords/composition.ts";
export { anyValues, listed, values } from "./keywords/enumeration.ts";
export { exclusiveMaximum, exclusiveMinimum, maximum, minimum, multipleOf } from "./keywords/number.ts";
export {
  dependentRequired,
  dependentSchemas,
  maxProperties,
  minProperties,
  patternProperties,
  properties,
  propertyNames,
  required,
  requiredUnlessInput,
  requiredUnlessOutput,
} from "./keywords/object.ts";
export {
  remainingItems as unevaluatedItems,
  remainingProperties as additionalProperties,
  remainingProperties as unevaluatedProperties,
} from "./keywords/remaining.ts";
export { binary, maxLength, minLength, pattern } from "./keywords/string.ts";
export { type } from "./keywords/type.ts";
export { inDirection, ref, schema } from "./schema.ts";
export type { StandardSchema, ValidationIssue, ValidationResult } from "./standard-schema.ts";
export { validation } from "./validation.ts";
export { ValidationError } from "./validation-error.ts";
