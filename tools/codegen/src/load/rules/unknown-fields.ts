import { closest } from "../closest.ts";
import { isObject } from "../json.ts";
import { objects } from "../objects/objects.ts";
import type { Shape } from "../objects/shape.ts";
import type { Visit } from "../objects/walk.ts";
import type { Context } from "./rule.ts";

/**
 * OpenAPI 3.1 § 4.9: a field that the specification does not know begins with `x-`. One that is nearly another is a
 * slip of the pen, and what stands under it is lost.
 */
export function unknownFields(visit: Visit, { version, findings }: Context): undefined {
  const { name, node } = visit;
  const { called, fields, others } = objects[name];
  if (others) return;
  for (const key of Object.keys(node)) {
    if (Object.hasOwn(fields, key) || key.startsWith("x-")) continue;
    const at = { node, key, isKey: true } as const;
    const near = closest(key, Object.keys(fields));
    const unknown = `\`${key}\` is no field of ${called}.`;
    if (near !== undefined && matters(fields[near])) {
      const isFree = !Object.hasOwn(node, near);
      findings.mistake({
        at,
        what: unknown,
        advice: `Did you mean \`${near}\`?`,
        reading: isFree ? `It is taken for \`${near}\`.` : "It is left out.",
      });
      if (isFree) node[near] = node[key];
      delete node[key];
    } else if (name === "PathItem" && isObject(node[key])) {
      findings.mistake({
        at,
        what: `\`${key}\` is no method that OpenAPI ${version} knows.`,
        advice: "Give the operation one of those, or begin the field with `x-`.",
        reading: "What stands there is left out.",
      });
      delete node[key];
    } else {
      const meant = near === undefined ? "" : ` Did you mean \`${near}\`?`;
      findings.oddity(at, `${unknown}${meant} It is ignored.`);
      delete node[key];
    }
  }
}

/** Whether a client is another without it. */
function matters(shape: Shape | undefined): boolean {
  return shape !== undefined && shape.is !== "anything" && shape.is !== "value" && !shape.informal;
}
