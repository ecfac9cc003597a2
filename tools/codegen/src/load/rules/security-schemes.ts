import { closest } from "../closest.ts";
import { isObject } from "../json.ts";
import { findItems } from "./operations.ts";
import type { Context } from "./rule.ts";

/** OpenAPI 3.1 § 4.8.30: a security requirement names schemes that the components define. */
export function securitySchemes({ document, findings, unusable }: Context): void {
  const components = isObject(document["components"]) ? document["components"] : {};
  const schemes = isObject(components["securitySchemes"]) ? components["securitySchemes"] : {};
  const operations = findItems(document).flatMap((item) => item.operations.map(({ operation }) => operation));
  for (const { security } of [document, ...operations]) {
    for (const requirement of Array.isArray(security) ? security : []) {
      for (const name of Object.keys(requirement)) {
        if (Object.hasOwn(schemes, name)) continue;
        const near = closest(name, Object.keys(schemes));
        if (!unusable.has(name)) {
          findings.mistake({
            at: { node: requirement, key: name, isKey: true },
            what: `No security scheme is named \`${name}\`.`,
            advice:
              near === undefined
                ? "Define it under components.securitySchemes."
                : `Did you mean \`${near}\`?`,
            reading: "It is not asked for.",
          });
        }
        delete requirement[name];
      }
    }
  }
}
