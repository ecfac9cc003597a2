import { called } from "../json.ts";
import type { Visit } from "../objects/walk.ts";
import type { Context } from "./rule.ts";

/** OpenAPI 3.1 § 4.8.23: a `$ref` is a string. */
export function referenceStrings({ node }: Visit, { findings }: Context): undefined {
  const { $ref } = node;
  if ($ref === undefined || typeof $ref === "string") return;
  findings.mistake({
    at: { node, key: "$ref" },
    what: `A $ref is a string, and this is ${called($ref)}.`,
    advice: 'Write where it leads, as in "#/components/schemas/Name".',
    reading: "It is ignored.",
  });
  delete node["$ref"];
}
