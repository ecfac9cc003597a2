import { propertyName } from "@visitors-api/codegen";
import { json } from "../../json.ts";
import type { Template } from "../request.ts";
import type { Notation } from "./literals.ts";

/** What the samples in JavaScript and in TypeScript have in common. */

export const javascript: Notation = {
  scalar: string,
  key: propertyName,
  file: namedFile,
  padding: " ",
  indent: "  ",
};

/** A scalar. Before ECMAScript 2019 two characters that JSON allows would have ended the line. */
export function string(value: unknown): string {
  return json(value).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

export function environment(variable: string): string {
  return `process.env.${variable}`;
}

/** A string, as a template literal where secrets are in it. */
export function templateLiteral(template: Template): string {
  const [first] = template;
  if (template.length === 1 && first !== undefined && typeof first !== "string") {
    return environment(first.variable);
  }
  if (template.every((part) => typeof part === "string")) return string(template.join(""));
  const text = template.map((part) => {
    if (typeof part !== "string") return `\${${environment(part.variable)}}`;
    return templateText(part);
  });
  return `\`${text.join("")}\``;
}

/** What stands in a template literal for a text. */
export function templateText(text: string): string {
  return string(text).slice(1, -1).replaceAll('\\"', '"').replaceAll(/[`$]/g, "\\$&");
}

/** Node.js has a file as a `Blob` without reading it. */
export function openFile({ name, type }: File): string {
  return `await openAsBlob(${string(name)}, { type: ${string(type)} })`;
}

/** A file with its name, which a form tells the server. */
function namedFile(file: File): string {
  const options = `{ type: ${string(file.type)} }`;
  return `new File([await openAsBlob(${string(file.name)})], ${string(file.name)}, ${options})`;
}

export const importOfFiles = 'import { openAsBlob } from "node:fs";';
