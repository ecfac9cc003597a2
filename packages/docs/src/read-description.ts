import { readFile } from "node:fs/promises";
import { parseDocument } from "yaml";
import { type Description, DescriptionError, isObject } from "./description.ts";
import { escapePointer, resolvePointer } from "./pointer.ts";

/**
 * Reads a bundled OpenAPI 3.x description, JSON or YAML.
 *
 * @throws {DescriptionError} when the file cannot be read, is no OpenAPI 3.x description or has a `$ref` that does not
 * resolve inside it.
 */
export async function readDescription(file: string): Promise<Description> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (cause) {
    throw new DescriptionError(`${file}: the description cannot be read (${messageOf(cause)})`, { cause });
  }
  const description = parse(text, file);
  checkReferences(description, description, "#", file);
  return description;
}

function parse(text: string, file: string): Description {
  // JSON is YAML 1.2 for all that a description contains, so one parser gives one kind of message with a place.
  const document = parseDocument(text, { prettyErrors: true });
  const [problem] = document.errors;
  if (problem !== undefined) {
    const place = problem.linePos?.[0];
    const [sentence = ""] = problem.message.split(/ at line \d+|\n/);
    throw new DescriptionError(
      `${file}${place ? `:${place.line}:${place.col}` : ""}: neither JSON nor YAML: ${sentence}`,
    );
  }
  const description: unknown = document.toJS({ maxAliasCount: 10_000 });
  if (!isObject(description) || typeof description["openapi"] !== "string") {
    throw new DescriptionError(`${file}: no OpenAPI description: it has no "openapi" version`);
  }
  if (!/^3\.\d/.test(description["openapi"])) {
    throw new DescriptionError(
      `${file}: OpenAPI ${description["openapi"]} is not supported; use 3.0 or later`,
    );
  }
  const info = description["info"];
  if (!isObject(info) || typeof info["title"] !== "string" || info["title"].trim() === "") {
    throw new DescriptionError(`${file}#/info/title: the description needs a title`);
  }
  // Both properties that the type names were checked above.
  return description as Description;
}

function checkReferences(node: unknown, root: Description, pointer: string, file: string): void {
  if (Array.isArray(node)) {
    node.forEach((item, index) => {
      checkReferences(item, root, `${pointer}/${index}`, file);
    });
    return;
  }
  if (!isObject(node)) return;
  const reference = node["$ref"];
  if (typeof reference === "string" && !isInsideExample(pointer)) {
    if (!reference.startsWith("#")) {
      throw new DescriptionError(
        `${file}${pointer}: $ref "${reference}" leaves the file; bundle the description first (redocly bundle)`,
      );
    }
    if (resolvePointer(root, reference) === undefined) {
      throw new DescriptionError(`${file}${pointer}: $ref "${reference}" points at nothing`);
    }
  }
  for (const [name, value] of Object.entries(node)) {
    checkReferences(value, root, `${pointer}/${escapePointer(name)}`, file);
  }
}

/** An example is data: a "$ref" in it is a property like any other. */
function isInsideExample(pointer: string): boolean {
  return /\/(example|value|default|const|enum|examples\/\d+)(\/|$)/.test(pointer);
}

function messageOf(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
}
