import type { Model } from "../model/model.ts";
import { docComment, importTypes } from "./text.ts";

/** A type of its own for each component schema. */
export function emitComponents({ schemas }: Model): string {
  const aliases = schemas.map(({ component, name, description, deprecated }) => {
    const comment = docComment([description, ...(deprecated ? ["@deprecated"] : [])]);
    return `${comment}export type ${name} = components["schemas"][${JSON.stringify(component)}];\n`;
  });
  if (aliases.length === 0) return "export {};\n";
  return `${importTypes(["components"], "./types.ts")}\n${aliases.join("\n")}`;
}
