/** A value that is short enough to be read, and what is not in it. */
export interface Cut {
  readonly value: unknown;
  /** Where something is left out, and how much: "20 of 500 items of `data`". Empty where nothing is. */
  readonly notes: readonly string[];
}

interface Room {
  readonly items: number;
  readonly characters: number;
  readonly names: number;
  readonly depth: number;
}

const infinite = Number.POSITIVE_INFINITY;

/** From whole to hardly anything: fewer items go first, then long texts, then what is deep. */
const rooms: readonly Room[] = [
  ...[200, 100, 50, 20, 10].map((items) => ({ items, characters: 4_000, names: infinite, depth: infinite })),
  ...[20, 10, 5].map((items) => ({ items, characters: 500, names: 200, depth: infinite })),
  ...[6, 4, 3, 2].map((depth) => ({ items: 5, characters: 200, names: 100, depth })),
  { items: 3, characters: 100, names: 50, depth: 1 },
];

const mostNotes = 5;

/**
 * Shortens a value until its JSON is no longer than so many characters. What is left is as it was, so that it can be read as the answer:
 * lists have their first items, texts their beginnings.
 */
export function cutTo(value: unknown, longest: number): Cut {
  if (lengthOf(value) <= longest) return { value, notes: [] };
  let cut: Cut = { value: undefined, notes: [] };
  for (const room of rooms) {
    const notes: string[] = [];
    cut = { value: shortened(value, room, "", notes), notes };
    if (lengthOf(cut.value) <= longest) break;
  }
  const more = cut.notes.length - mostNotes;
  return {
    ...cut,
    notes: more > 0 ? [...cut.notes.slice(0, mostNotes), `and ${more} other places`] : cut.notes,
  };
}

function lengthOf(value: unknown): number {
  return (JSON.stringify(value) ?? "").length;
}

function shortened(value: unknown, room: Room, path: string, notes: string[]): unknown {
  const where = path === "" ? "the answer" : `\`${path}\``;
  if (typeof value === "string") {
    if (value.length <= room.characters) return value;
    notes.push(`${room.characters} of ${value.length} characters of ${where}`);
    return value.slice(0, room.characters);
  }
  if (typeof value !== "object" || value === null) return value;
  const inner = { ...room, depth: room.depth - 1 };
  if (Array.isArray(value)) {
    const kept = room.depth <= 0 ? 0 : room.items;
    if (value.length > kept) notes.push(`${kept} of ${value.length} items of ${where}`);
    return value.slice(0, kept).map((item) => shortened(item, inner, path, notes));
  }
  const entries = Object.entries(value);
  const kept = room.depth <= 0 ? 0 : room.names;
  if (entries.length > kept) notes.push(`${kept} of ${entries.length} properties of ${where}`);
  return Object.fromEntries(
    entries
      .slice(0, kept)
      .map(([name, one]) => [name, shortened(one, inner, path === "" ? name : `${path}.${name}`, notes)]),
  );
}
