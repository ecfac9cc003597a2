import { closest } from "../closest.ts";
import { isObject } from "../json.ts";
import type { Visit } from "../objects/walk.ts";
import { pointerTo } from "../pointer.ts";
import { resolved } from "./operations.ts";
import type { Context } from "./rule.ts";

/**
 * OpenAPI 3.1 § 4.8.25.4: a discriminator maps values to schemas, by references or by the names of components. Names
 * become references, for not every reader knows them.
 */
export function discriminatorMappings({ node }: Visit, { document, findings }: Context): undefined {
  const { mapping } = node;
  if (!isObject(mapping)) return;
  const components = isObject(document["components"]) ? document["components"] : {};
  const schemas = isObject(components["schemas"]) ? components["schemas"] : {};
  for (const [value, target] of Object.entries(mapping)) {
    const $ref = String(target);
    if (Object.hasOwn(schemas, $ref)) mapping[value] = pointerTo(["components", "schemas", $ref]);
    else if (!$ref.startsWith("#") || !resolved(document, { $ref })) {
      const near = closest($ref.replace(/^.*\//, ""), Object.keys(schemas));
      findings.mistake({
        at: { node: mapping, key: value },
        what: `No schema is at or named \`${$ref}\`.`,
        advice:
          near === undefined ? "Correct the mapping, or add what it names." : `Did you mean \`${near}\`?`,
        reading: "It is left out.",
      });
      delete mapping[value];
    }
  }
}
