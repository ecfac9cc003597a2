import type { Model } from "../model/model.ts";
import { docComment, importTypes } from "./text.ts";

/** A type of its own for each component schema. */
export function emitComponents({ schemas }: Model, runtime: string): string {
  const aliases = schemas.map(({ component, name, description, deprecated, directed }) => {
    const comment = docComment([description, ...(deprecated ? ["@deprecated"] : [])]);
    const type = `components["schemas"][${JSON.stringify(component)}]`;
    return `${comment}export type ${name} = ${directed ? `Readable<${type}>` : type};\n`;
  });
  if (aliases.length === 0) return "export {};\n";
  const readable = schemas.some(({ directed }) => directed) ? ["Readable"] : [];
  return `${importTypes(readable, runtime)}${importTypes(["components"], "./types.ts")}\n${aliases.join("\n")}`;
}
