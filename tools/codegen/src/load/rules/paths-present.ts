import type { Visit } from "../objects/walk.ts";
import type { Context } from "./rule.ts";

/** OpenAPI 3.0 § 4.7.1 asks for `paths`, and OpenAPI 3.1 § 4.8.1 for something at least. */
export function pathsPresent({ node }: Visit, { version, findings }: Context): undefined {
  if (node["paths"] !== undefined) return;
  const isMissing = version === "3.0" || (!node["components"] && !node["webhooks"]);
  if (!isMissing) return;
  findings.mistake({
    at: { node },
    what: "The field `paths` must be present.",
    advice: "Add it, as `paths: {}` if the description is of schemas alone.",
    reading: "There are no operations.",
  });
  node["paths"] = {};
}
