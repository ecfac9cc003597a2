import { existsSync, readFileSync } from "node:fs";
import { DescriptionError, type Problem as Mistake } from "@visitors-api/codegen/load";
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from "yaml";

/** A change that corrects the description, and asks nothing of anybody. */
export interface AcceptedChange {
  /** As `Change.id` has it: a rule, a JSON Pointer and, where several have one place, a name. */
  readonly change: string;
  /** In words for users, who read them in the changelog. */
  readonly why: string;
  /** The version that corrects it. Compared with that or a higher one nothing is left to accept. */
  readonly until: string;
  /** Where that stands in the file: the offsets of its first character, and of the one after its last. */
  readonly untilAt: readonly [number, number];
  readonly place: Omit<Mistake, "message">;
}

const keys = ["change", "why", "until"] as const;

/**
 * Reads a list of accepted changes.
 *
 * @param file The list, YAML. Where there is no such file nothing is accepted.
 * @throws {DescriptionError} with every mistake in it and its place.
 */
export function readAccepted(file: string): AcceptedChange[] {
  if (!existsSync(file)) return [];
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, "utf8"), { lineCounter: lines });
  const mistakes: Mistake[] = [];
  const placeAt = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const placeOf = (node: unknown) => placeAt(rangeOf(node)[0]);
  const refuse = (node: unknown, message: string): undefined => {
    mistakes.push({ ...placeOf(node), message });
  };
  for (const { pos, message } of document.errors) {
    mistakes.push({ ...placeAt(pos[0]), message: `This is no YAML: ${message.split("\n")[0]}` });
  }

  const readEntry = (item: unknown): AcceptedChange | undefined => {
    if (!isMap(item))
      return refuse(item, "Each entry has a change, why it is accepted, and until which version.");
    for (const { key } of item.items) {
      const name = isScalar(key) ? String(key.value) : "";
      if (!keys.some((known) => known === name)) refuse(key, `\`${name}\` is none of ${keys.join(", ")}.`);
    }
    const [change, why, until] = keys.map((key) => {
      const value: unknown = item.get(key, true);
      const text = isScalar(value) && typeof value.value === "string" ? value.value.trim() : "";
      if (text === "") refuse(value ?? item, `An entry needs \`${key}\`, a text.`);
      return text;
    });
    if (!change || !why || !until) return undefined;
    if (!/^\d+\.\d+\.\d+$/.test(until)) {
      return refuse(
        item.get("until", true),
        `\`until\` is the version that corrects it, such as 1.2.0, and not ${until}.`,
      );
    }
    return {
      change: change.replaceAll(/\s+/g, " "),
      why,
      until,
      untilAt: rangeOf(item.get("until", true)),
      place: placeOf(item),
    };
  };

  const { contents } = document;
  const isList = contents === null || isSeq(contents) || (isScalar(contents) && contents.value === null);
  if (!isList && mistakes.length === 0)
    refuse(contents, "This is a list of accepted changes: begin it with `-`.");
  const items = isSeq(contents) ? contents.items : [];
  const entries = items.flatMap((item) => readEntry(item) ?? []);
  if (mistakes.length > 0) throw new DescriptionError(mistakes);
  return entries;
}

function rangeOf(node: unknown): [number, number] {
  const [start = 0, end = 0] = (isNode(node) && node.range) || [];
  return [start, end];
}
