import {
  type BaseResolver,
  type Document,
  getAstNodeByPointer,
  getLineColLocation,
  type Source,
} from "@redocly/openapi-core";

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
 * The place of an object of a loaded description or, with a key, of what it holds under that key. Undefined for an object
 * that nobody wrote. A key that the object does not have gives the object's own place.
 */
export type PlaceOf = (node: object, key?: string | number) => Place | undefined;

interface Origin {
  readonly source: Source;
  readonly pointer: string;
}

/**
 * Remembers where every object stands, for as long as it is the same object. What a YAML alias repeats is one object, and
 * stands where its anchor is.
 *
 * @param resolver As it is once every file is read.
 */
export async function recordPlaces(document: Document, resolver: BaseResolver): Promise<PlaceOf> {
  const origins = new WeakMap<object, Origin>();
  const record = (source: Source, node: unknown, pointer: string): void => {
    if (typeof node !== "object" || node === null || origins.has(node)) return;
    origins.set(node, { source, pointer });
    for (const [key, child] of Object.entries(node)) record(source, child, `${pointer}/${escapeKey(key)}`);
  };
  record(document.source, document.parsed, "#");
  for (const read of resolver.cache.values()) {
    const other = await read;
    if ("parsed" in other) record(other.source, other.parsed, "#");
  }

  return (node, key) => {
    const origin = origins.get(node);
    if (!origin) return undefined;
    const isThere = key !== undefined && Object.hasOwn(node, key);
    const pointer = isThere ? `${origin.pointer}/${escapeKey(String(key))}` : origin.pointer;
    return { file: origin.source.absoluteRef, pointer, ...positionOf(origin.source, pointer) };
  };
}

const lineStarts = new WeakMap<Source, readonly number[]>();

/** As Redocly finds it, which counts the lines of the whole file for each. */
function positionOf(source: Source, pointer: string): Pick<Place, "line" | "column"> {
  if (pointer === "#") return { line: 1, column: 1 };
  const starts = lineStarts.get(source) ?? indexLines(source);
  const parsed = source.getAst(() => {
    throw new Error("It was parsed when its lines were counted.");
  });
  // The one type is made of the other's, and exact about what is optional.
  const node = getAstNodeByPointer(parsed as Parameters<typeof getAstNodeByPointer>[0], pointer, true);
  const offset = node?.startPosition ?? 0;
  let [line, end] = [1, starts.length];
  while (line < end) {
    const middle = Math.ceil((line + end) / 2);
    if ((starts[middle - 1] ?? 0) <= offset) line = middle;
    else end = middle - 1;
  }
  return { line, column: offset - (starts[line - 1] ?? 0) + 1 };
}

function indexLines(source: Source): readonly number[] {
  getLineColLocation({ source, pointer: "#/" });
  const starts = [0, ...Array.from(source.body.matchAll(/\n/g), ({ index }) => index + 1)];
  lineStarts.set(source, starts);
  return starts;
}

/** RFC 6901 § 3. A percent sign would begin an escape of the URI that the fragment is part of. */
function escapeKey(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1").replaceAll("%", "%25");
}
