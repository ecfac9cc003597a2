import { readFileSync } from "node:fs";
import { JsonError, parseJson } from "../request/json.ts";
import type { Start } from "../state/check-start.ts";
import { firstUnexpected, lineAndColumn } from "./json-position.ts";

/** A seed file cannot be used; the message is one line that begins with the file and where in it the mistake is. */
export class SeedFileError extends Error {
  override readonly name = "SeedFileError";
}

/**
 * Reads a file of items, as JSON.
 *
 * @returns what the file has; `createSandbox` checks that it is items.
 * @throws SeedFileError when the file cannot be read, or is not JSON.
 */
export function readSeedFile(path: string): Start {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new SeedFileError(`${path} cannot be read: ${reasonOf(error)}`, { cause: error });
  }
  try {
    // As far as anybody knows; createSandbox checks every one of them before it is used.
    return parseJson(bytes) as Start;
  } catch (error) {
    if (error instanceof JsonError)
      throw new SeedFileError(whereJsonEnds(path, bytes, error), { cause: error });
    throw error;
  }
}

function whereJsonEnds(path: string, bytes: Uint8Array, error: JsonError): string {
  if (!(error.cause instanceof SyntaxError)) return `${path}: ${error.message}`;
  const text = new TextDecoder().decode(bytes);
  const offset = firstUnexpected(text) ?? text.length;
  const { line, column } = lineAndColumn(text, offset);
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  const what = offset === text.length ? "the file ends too early" : `unexpected ${JSON.stringify(character)}`;
  return `${path}:${line}:${column}: it is not JSON: ${what}`;
}

function reasonOf(error: unknown): string {
  switch (error instanceof Error && "code" in error ? error.code : undefined) {
    case "ENOENT":
    case "ENOTDIR":
      return "there is no such file";
    case "EISDIR":
      return "it is a directory";
    case "EACCES":
    case "EPERM":
      return "no permission";
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
