import type { Source } from "@redocly/openapi-core";
import { getLineColLocation } from "@redocly/openapi-core/lib/format/codeframes.js";
import { pointerTo } from "./pointer.ts";

/** Where something was written. Lines and columns count from 1. */
export interface Place {
  /** Absolute path or URL of the file. */
  readonly file: string;
  /** JSON Pointer within the file, as a URI fragment (RFC 6901 § 6). */
  readonly pointer: string;
  readonly line: number;
  readonly column: number;
}

/**
 * The place of an object of a loaded description or, with a key, of what it holds under that key: of the key, where
 * it stands under one. Undefined for an object that nobody wrote. A key that the object does not have gives the
 * object's own place.
 */
export type PlaceOf = (node: object, key?: string | number) => Place | undefined;

interface Origin {
  readonly source: Source;
  /** What it stands in; undefined for the whole file. */
  readonly holder: object | undefined;
  readonly key: string | number;
}

/**
 * Remembers where every object was written, for as long as it is the same object: bundling moves objects, and repairs
 * change what they hold. What a YAML alias repeats is one object, and stands where its anchor is.
 */
export class Places {
  readonly #origins = new WeakMap<object, Origin>();

  /** To be called before anything of the file is changed. */
  record(source: Source, parsed: unknown): void {
    const record = (node: unknown, holder: object | undefined, key: string | number): void => {
      if (typeof node !== "object" || node === null || this.#origins.has(node)) return;
      this.#origins.set(node, { source, holder, key });
      if (Array.isArray(node)) for (const [index, item] of node.entries()) record(item, node, index);
      else for (const [name, value] of Object.entries(node)) record(value, node, name);
    };
    record(parsed, undefined, "");
  }

  /** The file that an object was written in. */
  sourceOf(node: object): Source | undefined {
    return this.#origins.get(node)?.source;
  }

  /** Says that an object stands for one that was written. */
  adopt(copy: object, original: object): void {
    const origin = this.#origins.get(original);
    if (origin) this.#origins.set(copy, origin);
  }

  readonly placeOf: PlaceOf = (node, key) => this.#find(node, key, true);

  /** Where a value begins, and not the key that it stands under. */
  readonly placeOfValue: PlaceOf = (node, key) => this.#find(node, key, false);

  /** The keys that lead to an object within its file. */
  keysOf(node: object): (string | number)[] {
    const keys: (string | number)[] = [];
    for (let at = this.#origins.get(node); at?.holder; at = this.#origins.get(at.holder))
      keys.unshift(at.key);
    return keys;
  }

  #find(node: object, key: string | number | undefined, ofKey: boolean): Place | undefined {
    const source = this.sourceOf(node);
    if (!source) return undefined;
    const keys = this.keysOf(node);
    if (key !== undefined && Object.hasOwn(node, key)) keys.push(key);
    return { file: source.absoluteRef, pointer: pointerTo(keys), ...positionOf(source, keys, ofKey) };
  }
}

/** What the parser of YAML makes of a document's parts (yaml-ast-parser), as far as it is looked at here. */
interface Syntax {
  readonly startPosition: number;
  /** Of a map, each a key and its value. */
  readonly mappings?: readonly (Syntax & { readonly key: Syntax | null })[];
  /** Of a sequence. */
  readonly items?: readonly (Syntax | null)[];
  readonly value?: unknown;
}

interface Indexed {
  readonly root: Syntax | undefined;
  /** The offset of the first character of each line. */
  readonly lines: readonly number[];
}

const indexes = new WeakMap<Source, Indexed>();

/**
 * Redocly's own look-up decodes keys as if they were parts of a URI, and counts the lines of the whole file for each.
 */
function positionOf(source: Source, keys: readonly (string | number)[], ofKey: boolean) {
  const { root, lines } = indexes.get(source) ?? index(source);
  let at = root;
  for (const [depth, key] of keys.entries()) {
    const mapping = at?.mappings?.find((one) => one.key?.value === String(key));
    const isLast = depth === keys.length - 1;
    // The value of a key without one is the key.
    const value = isSyntax(mapping?.value) ? mapping.value : mapping;
    const next = mapping ? (isLast && ofKey ? mapping.key : value) : at?.items?.[Number(key)];
    if (!next) break;
    at = next;
  }
  const offset = at?.startPosition ?? 0;
  let [line, end] = [1, lines.length];
  while (line < end) {
    const middle = Math.ceil((line + end) / 2);
    if ((lines[middle - 1] ?? 0) <= offset) line = middle;
    else end = middle - 1;
  }
  return { line, column: offset - (lines[line - 1] ?? 0) + 1 };
}

function index(source: Source): Indexed {
  const indexed = {
    root: parse(source),
    lines: [0, ...Array.from(source.body.matchAll(/\n/g), ({ index }) => index + 1)],
  };
  indexes.set(source, indexed);
  return indexed;
}

function parse(source: Source): Syntax | undefined {
  try {
    // It has Redocly parse the file, which keeps the outcome.
    getLineColLocation({ source, pointer: "#/" });
    const root: unknown = source.getAst(() => undefined as never);
    return isSyntax(root) ? root : undefined;
  } catch {
    // It fails on what other parsers take, such as `!!binary`. Then everything stands at the file's beginning.
    return undefined;
  }
}

function isSyntax(value: unknown): value is Syntax {
  return typeof value === "object" && value !== null && "startPosition" in value;
}
