import { readFile } from "node:fs/promises";
import { isDocument, isObject, type JsonObject } from "@visitors-api/openapi";
import { type Document, parseDocument, stringify, visit } from "yaml";
import { json } from "../json.ts";
import { DescriptionError } from "./description.ts";

/** A description as it was found. */
export type SourceDocument = {
  readonly document: JsonObject;
  /** The same as the two files that readers download: what was found byte for byte, and the other made of it. */
  readonly json: string;
  readonly yaml: string;
};

/**
 * Reads a bundled OpenAPI 3.x document, JSON or YAML.
 *
 * @throws {DescriptionError} when the file cannot be read, or is no OpenAPI document.
 */
export async function readDocument(file: string): Promise<SourceDocument> {
  const text = await readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw new DescriptionError(`${file}: the description cannot be read (${cause.code})`, { cause });
  });
  const fromJson = parseJson(text);
  const parsed = fromJson === undefined ? parseYaml(text, file) : undefined;
  const document = checked(fromJson ?? parsed?.toJS({ maxAliasCount: 10_000 }), file);
  if (parsed !== undefined) return { document, json: `${json(document, 2)}\n`, yaml: text };
  return { document, json: text, yaml: stringify(document, { aliasDuplicateObjects: false }) };
}

/** JSON with integers beyond 2^53 as they are; undefined for what is none. */
function parseJson(text: string): unknown {
  const exact = (_: string, value: unknown, { source = "" }: { source?: string } = {}): unknown => {
    const isInexact = typeof value === "number" && !Number.isSafeInteger(value) && /^-?\d+$/.test(source);
    return isInexact ? BigInt(source) : value;
  };
  try {
    return JSON.parse(text, exact);
  } catch {
    return undefined;
  }
}

function parseYaml(text: string, file: string): Document.Parsed {
  const document = parseDocument(text, { prettyErrors: true, intAsBigInt: true });
  const [problem] = document.errors;
  if (problem !== undefined) {
    const place = problem.linePos?.[0];
    const [sentence = ""] = problem.message.split(/ at line \d+|\n/);
    throw new DescriptionError(
      `${file}${place ? `:${place.line}:${place.col}` : ""}: neither JSON nor YAML: ${sentence}`,
    );
  }
  visit(document, {
    Scalar(_, node) {
      const { value } = node;
      if (typeof value === "bigint" && Number.isSafeInteger(Number(value))) node.value = Number(value);
    },
  });
  return document;
}

function checked(document: unknown, file: string): JsonObject {
  if (!isObject(document) || typeof document["openapi"] !== "string") {
    throw new DescriptionError(`${file}: no OpenAPI description: it has no "openapi" version`);
  }
  if (!isDocument(document)) {
    throw new DescriptionError(`${file}: OpenAPI ${document["openapi"]} is not supported; use 3.0 or 3.1`);
  }
  const { info } = document;
  if (!isObject(info) || typeof info["title"] !== "string" || info["title"].trim() === "") {
    throw new DescriptionError(`${file}#/info/title: the description needs a title`);
  }
  return document;
}
