import type { Control, ControlOf, Field } from "../../form/form.ts";
import { absent, behindVariants, type Draft, type DraftOf, isLeftOut } from "./draft.ts";
import { exactNumber } from "./exact-number.ts";
import { entryKey, type Issue, nameOf, type Path, say } from "./issue.ts";

/** What reading comes upon. */
export type Found = {
  /** What is no value yet: these are mistakes that only a form has, such as letters in a number. */
  readonly issues: Issue[];
  /** What is required, of a variant too that a reader has chosen: a validator of the whole is content with any that fits. */
  readonly missing: Issue[];
};

/**
 * Reads what is entered for a control.
 *
 * @param path of the control, for its issues.
 * @returns the value to send; undefined when it is left out.
 */
export function readDraft(
  whole: Control,
  given: Draft,
  path: Path,
  found: Found = { issues: [], missing: [] },
): unknown {
  const { control, draft } = behindVariants(whole, given);
  switch (draft.kind) {
    case "null":
      return null;
    case "file":
      return draft.file;
    case "json":
      return draft.text.trim() === "" ? undefined : readJson(draft.text, path, found);
    case "text":
      return readText(control, draft.text, path, found);
    case "object":
      return control.kind === "object" ? readObject(control, draft, path, found) : undefined;
    case "list":
      if (control.kind !== "list") return undefined;
      return draft.items.map((item, position) => {
        // JSON has no holes: an item that nothing is entered for is null.
        return readAdded(control.items, item, [...path, position], found) ?? null;
      });
    default:
      return undefined;
  }
}

/** The values of parameters or of an object's properties, by their names. */
export function readFields(
  fields: readonly Field[],
  drafts: ReadonlyMap<string, Draft>,
  path: Path,
  found: Found,
): [name: string, value: unknown][] {
  return fields.flatMap(({ name, control, required }): [string, unknown][] => {
    const draft = drafts.get(name) ?? absent;
    const place = [...path, name];
    if (required && isLeftOut(draft)) found.missing.push(say(place, "is required"));
    const value = readDraft(control, draft, place, found);
    return value === undefined ? [] : [[name, value]];
  });
}

/** Text that a reader wrote as JSON. */
function readJson(text: string, path: Path, { issues }: Found): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    issues.push(say(path, `is not JSON: ${error instanceof Error ? error.message : error}`));
    return undefined;
  }
}

/** What the reader has added: nothing entered is then a text without characters, not something left out. */
function readAdded(control: Control, draft: Draft, path: Path, found: Found): unknown {
  const { kind } = behindVariants(control, draft).control;
  return readDraft(control, draft, path, found) ?? (kind === "text" ? "" : undefined);
}

function readText(control: Control, text: string, path: Path, found: Found): unknown {
  if (control.kind === "text") return text === "" ? undefined : text;
  if (text.trim() === "") return undefined;
  if (control.kind === "choice") return control.values[Number(text)];
  if (control.kind !== "number") return readJson(text, path, found);
  const number = exactNumber(text.trim());
  if (number === undefined) found.issues.push(say(path, "must be a number"));
  return number;
}

function readObject(
  { fields, others }: ControlOf<"object">,
  draft: DraftOf<"object">,
  path: Path,
  found: Found,
): unknown {
  const entries = readFields(fields, draft.fields, path, found);
  const names = new Set(fields.map(({ name }) => name));
  for (const [position, { name, draft: entered }] of draft.others.entries()) {
    if (others === undefined) continue;
    const place = [...path, entryKey(position)];
    const before = found.issues.length;
    const value = readAdded(others, entered, place, found);
    const shown = nameOf([...path.slice(1), name]);
    if (name === "") found.issues.push({ path: place, text: `Property ${position + 1} needs a name` });
    else if (names.has(name)) found.issues.push({ path: place, text: `${shown} is there already` });
    else if (value !== undefined) entries.push([name, value]);
    else if (found.issues.length === before)
      found.issues.push({ path: place, text: `${shown} needs a value` });
    names.add(name);
  }
  // Not by assignment: a property may be named `__proto__`.
  return Object.fromEntries(entries);
}
