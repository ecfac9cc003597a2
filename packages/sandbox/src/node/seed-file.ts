import { closeSync, openSync, readFileSync, statSync } from "node:fs";
import { parseJson } from "../request/json.ts";
import { JsonError } from "../request/json-error.ts";
import type { Start } from "../state/check-start.ts";
import { UnparsedItems } from "../state/item-list.ts";
import { firstUnexpected, lineAndColumn } from "./json-position.ts";
import { listPieces } from "./list-pieces.ts";

/** A seed file cannot be used; the message is one line that begins with the file and where in it the mistake is. */
export class SeedFileError extends Error {
  override readonly name = "SeedFileError";
}

/**
 * Reads a file of items, as JSON.
 *
 * @returns what the file has, as far as it is JSON; `createSandbox` checks that it is items.
 * @throws SeedFileError when the file cannot be read, or is not JSON.
 */
export function readSeedFile(path: string): Start {
  let bytes: Uint8Array;
  try {
    const list = readList(path);
    if (list) return list;
    bytes = readFileSync(path);
  } catch (error) {
    throw new SeedFileError(`${path} cannot be read: ${reasonOf(error)}`, { cause: error });
  }
  const text = withoutByteOrderMark(bytes);
  try {
    // As far as anybody knows; createSandbox checks every one of them before it is used.
    return parseJson(text) as Start;
  } catch (error) {
    if (error instanceof JsonError)
      throw new SeedFileError(whereJsonEnds(path, text, error), { cause: error });
    throw error;
  }
}

/**
 * Reads a file that is a list without having the whole of it in memory at once.
 *
 * @returns undefined where it is no list or cannot be taken as JSON, of which to tell more the whole is needed; and of a pipe, which cannot
 * be read again.
 */
function readList(path: string): UnparsedItems | undefined {
  // Not opened: whoever writes into a pipe would write for the one who is gone again.
  if (!statSync(path).isFile()) return undefined;
  const file = openSync(path, "r");
  try {
    return parsePieces(listPieces(file));
  } catch (error) {
    if (error instanceof JsonError) return undefined;
    throw error;
  } finally {
    closeSync(file);
  }
}

/** @throws JsonError */
function parsePieces(pieces: Iterable<Uint8Array>): UnparsedItems | undefined {
  const items = new UnparsedItems();
  for (const piece of pieces) {
    const bytes = items.length === 0 ? withoutByteOrderMark(piece) : piece;
    // To see that it is JSON of which nothing is lost.
    const part = parseJson(bytes);
    if (!Array.isArray(part) || part.length === 0) return undefined;
    items.append(new Uint8Array(bytes), part.length);
  }
  return items;
}

/** Editors put one in front of UTF-8, and a reader may ignore it (RFC 8259 § 8.1). */
function withoutByteOrderMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function whereJsonEnds(path: string, bytes: Uint8Array, error: JsonError): string {
  const text = new TextDecoder().decode(bytes);
  if (error.place !== undefined) return `${at(path, text, error.place.offset)}: ${error.message}`;
  if (!error.isSyntaxError) return `${path}: ${error.message}`;
  const offset = firstUnexpected(text) ?? text.length;
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  const what = offset === text.length ? "the file ends too early" : `unexpected ${JSON.stringify(character)}`;
  return `${at(path, text, offset)}: it is not JSON: ${what}`;
}

function at(path: string, text: string, offset: number): string {
  const { line, column } = lineAndColumn(text, offset);
  return `${path}:${line}:${column}`;
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
