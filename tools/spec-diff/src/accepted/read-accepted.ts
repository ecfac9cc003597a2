import { existsSync } from "node:fs";
import type { Problem as Mistake } from "@visitors-api/codegen/load";
import { isMap, isScalar, isSeq } from "yaml";
import { YamlFile } from "../read/yaml-file.ts";

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
 * @param path The list, YAML. Where there is no such file nothing is accepted.
 * @throws {DescriptionError} with every mistake in it and its place.
 */
export function readAccepted(path: string): AcceptedChange[] {
  if (!existsSync(path)) return [];
  const file = new YamlFile(path);
  const { contents } = file;
  if (contents !== null && !isSeq(contents) && !(isScalar(contents) && contents.value === null)) {
    file.refuse(contents, "This is a list of accepted changes: begin it with `-`.");
  }
  const items = isSeq(contents) ? contents.items : [];
  const entries = items.flatMap((item) => readEntry(item, file) ?? []);
  file.check();
  return entries;
}

function readEntry(item: unknown, file: YamlFile): AcceptedChange | undefined {
  if (!isMap(item))
    return file.refuse(item, "Each entry has a change, why it is accepted, and until which version.");
  for (const { key } of item.items) {
    const name = isScalar(key) ? String(key.value) : "";
    if (!keys.some((known) => known === name)) file.refuse(key, `\`${name}\` is none of ${keys.join(", ")}.`);
  }
  const [change, why, until] = keys.map((key) => {
    const value: unknown = item.get(key, true);
    const text = isScalar(value) && typeof value.value === "string" ? value.value.trim() : "";
    if (text === "") file.refuse(value ?? item, `An entry needs \`${key}\`, a text.`);
    return text;
  });
  if (!change || !why || !until) return undefined;
  const written: unknown = item.get("until", true);
  if (!/^\d+\.\d+\.\d+$/.test(until)) {
    return file.refuse(
      written,
      `\`until\` is the version that corrects it, such as 1.2.0, and not ${until}.`,
    );
  }
  const place = file.placeOf(item);
  return { change: change.replaceAll(/\s+/g, " "), why, until, untilAt: file.rangeOf(written), place };
}
