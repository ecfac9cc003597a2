export * from "./generated/schemas.ts";
export {
  type StandardSchema,
  ValidationError,
  type ValidationIssue,
  type ValidationResult,
} from "./validation/index.ts";
