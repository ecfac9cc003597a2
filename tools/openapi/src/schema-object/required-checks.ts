import type { SchemaObject } from "../schema-object.ts";
import { type Check, call } from "./check.ts";
import type { CheckContext } from "./checks.ts";
import { allParts, declarationsIn } from "./compose.ts";
import { isHidden } from "./direction.ts";

/**
 * `required`, by the check that it takes: what is `readOnly` is required in no request, and what is `writeOnly` in no
 * response (OpenAPI 3.0 § 4.7.24.1; in 3.1 by custom).
 *
 * @param around The schemas that this one stands within and that are about the same value.
 */
export function requiredChecks(
  schema: SchemaObject,
  { schemas }: CheckContext,
  around: readonly SchemaObject[],
): Check[] {
  const names = {
    required: [] as string[],
    requiredUnlessInput: [] as string[],
    requiredUnlessOutput: [] as string[],
  };
  const { required = [] } = schema;
  const parts = required.length === 0 ? [] : [schema, ...around].flatMap((one) => allParts(one, schemas));
  for (const name of required) {
    const said = declarationsIn(parts, name);
    if (said.some((one) => isHidden(one, "request", schemas))) names.requiredUnlessInput.push(name);
    else if (said.some((one) => isHidden(one, "response", schemas))) names.requiredUnlessOutput.push(name);
    else names.required.push(name);
  }
  return Object.entries(names).flatMap(([check, required]) =>
    required.length > 0 ? [call(check, ...required.map((value) => ({ value })))] : [],
  );
}
