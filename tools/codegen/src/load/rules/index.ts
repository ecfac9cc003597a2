import { discriminatorMappingsResolved } from "./discriminator-mappings-resolved.ts";
import { operationIdsUnique } from "./operation-ids-unique.ts";
import { pathParametersDefined } from "./path-parameters-defined.ts";
import { referencesResolved } from "./references-resolved.ts";
import { securitySchemesDefined } from "./security-schemes-defined.ts";
import { serverVariablesDefined } from "./server-variables-defined.ts";

/** What the generator relies on and Redocly's own rules leave out, or report without a usable place. */
export const plugin = {
  id: "codegen",
  rules: {
    oas3: {
      "discriminator-mappings-resolved": discriminatorMappingsResolved,
      "operation-ids-unique": operationIdsUnique,
      "path-parameters-defined": pathParametersDefined,
      "references-resolved": referencesResolved,
      "security-schemes-defined": securitySchemesDefined,
      "server-variables-defined": serverVariablesDefined,
    },
  },
};

/** Only what makes a description unusable. Style is the business of the linter that the description's owner runs. */
export const rules = {
  struct: "error",
  "operation-parameters-unique": "error",
  "codegen/discriminator-mappings-resolved": "error",
  "codegen/operation-ids-unique": "error",
  "codegen/path-parameters-defined": "error",
  "codegen/references-resolved": "error",
  "codegen/security-schemes-defined": "error",
  "codegen/server-variables-defined": "error",
} as const;
