import type { Model, NamedSchema } from "../model/model.ts";
import { deprecatedTag } from "./deprecated-tag.ts";
import { docComment, importTypes } from "./text.ts";

/** A type of its own for each component schema. */
export function emitComponents({ schemas }: Model, runtime: string): string {
  const aliases = schemas.map((schema) => {
    const { name, description } = schema;
    const comment = docComment([description, ...deprecatedTag(schema)]);
    return `${comment}export type ${name} = ${typeOf(schema)};\n`;
  });
  if (aliases.length === 0) return "export {};\n";
  const readable = schemas.some(({ directed }) => directed) ? ["Readable"] : [];
  return `${importTypes(readable, runtime)}${importTypes(["components"], "./types.ts")}\n${aliases.join("\n")}`;
}

/** Compilers print an alias by its name where it is no alias of another type, and the alternatives of an input else in full. */
function typeOf({ component, directed, alternatives, isAlternative }: NamedSchema): string {
  const type = `components["schemas"][${JSON.stringify(component)}]`;
  if (alternatives.length > 0) return alternatives.join(" | ");
  if (isAlternative) return `{ [Name in keyof ${type}]: ${type}[Name] }`;
  return directed ? `Readable<${type}>` : type;
}
