import type { JsonObject } from "../json.ts";
import type { Visit } from "../objects/walk.ts";
import type { Context } from "./rule.ts";

/** OpenAPI 3.1 § 4.8.8: a path begins with a slash. */
export function leadingSlash({ node }: Visit, { findings }: Context): undefined {
  const entries = Object.entries(node);
  const isPath = (key: string) => key.startsWith("/") || key.startsWith("x-");
  if (entries.every(([key]) => isPath(key))) return;
  const corrected = entries.flatMap(([key, item]) => {
    if (isPath(key)) return [[key, item] as const];
    const path = `/${key}`;
    const isFree = !Object.hasOwn(node, path) && !key.includes("://");
    findings.mistake({
      at: { node, key, isKey: true },
      what: `The path \`${key}\` must begin with a slash.`,
      advice: `Write \`${path}\`.`,
      reading: isFree ? `It is taken for \`${path}\`.` : "It is left out.",
    });
    return isFree ? [[path, item] as const] : [];
  });
  replace(node, corrected);
}

/** Puts these entries in place of all that an object has. */
function replace(node: JsonObject, entries: readonly (readonly [string, unknown])[]): void {
  for (const key of Object.keys(node)) delete node[key];
  Object.assign(node, Object.fromEntries(entries));
}
