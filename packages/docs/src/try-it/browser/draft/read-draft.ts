import type { Control, ControlIndex, ControlOf } from "../../form/form.ts";
import { absent, type Controls, controlAt, type Draft, type DraftOf, variantDraft } from "./draft.ts";
import { exactNumber } from "./exact-number.ts";
import { entryKey, type Issue, type Path, say } from "./issue.ts";

/** What is entered, as a value to send. */
export type ReadDraft = {
  /** Undefined when it is left out. */
  readonly value: unknown;
  /** What is no value yet: these are mistakes that only a form has, such as letters in a number. */
  readonly issues: readonly Issue[];
};

/**
 * Reads what is entered for a control.
 *
 * @param path of the control, for its issues.
 * @param isAdded whether the reader has added it: nothing entered is then a text without characters, not something left out.
 */
export function readDraft(
  controls: Controls,
  index: ControlIndex,
  draft: Draft,
  path: Path,
  isAdded = false,
): ReadDraft {
  const control = controlAt(controls, index);
  switch (draft.kind) {
    case "absent":
      return { value: isAdded ? valueOfAdded(control) : undefined, issues: [] };
    case "null":
      return { value: null, issues: [] };
    case "file":
      return { value: draft.file, issues: [] };
    case "text":
      return readText(control, draft.text, path, isAdded);
    case "object":
      return control.kind === "object" ? readObject(controls, control, draft, path) : nothing;
    case "list":
      return control.kind === "list" ? readList(controls, control, draft, path) : nothing;
    case "variant": {
      if (control.kind !== "variants") return nothing;
      const variant = control.options[draft.chosen];
      if (variant === undefined) return nothing;
      return readDraft(controls, variant.control, variantDraft(controls, control, draft), path, isAdded);
    }
  }
}

const nothing: ReadDraft = { value: undefined, issues: [] };

function valueOfAdded({ kind }: Control): unknown {
  return kind === "text" ? "" : undefined;
}

function readText(control: Control, text: string, path: Path, isAdded: boolean): ReadDraft {
  const mistake = (message: string): ReadDraft => ({ value: undefined, issues: [say(path, message)] });
  if (control.kind === "text") return { value: text === "" && !isAdded ? undefined : text, issues: [] };
  if (text.trim() === "") return nothing;
  switch (control.kind) {
    case "choice":
      return { value: control.values[Number(text)], issues: [] };
    case "boolean":
      return { value: text === "true", issues: [] };
    case "number": {
      const number = exactNumber(text.trim());
      return number === undefined ? mistake("must be a number") : { value: number, issues: [] };
    }
    default:
      return readJson(text, mistake);
  }
}

/** Text that a reader wrote as JSON. */
export function readJson(text: string, mistake: (message: string) => ReadDraft): ReadDraft {
  try {
    return { value: JSON.parse(text), issues: [] };
  } catch (error) {
    return mistake(`is not JSON: ${error instanceof Error ? error.message : error}`);
  }
}

function readObject(
  controls: Controls,
  { fields, others }: ControlOf<"object">,
  draft: DraftOf<"object">,
  path: Path,
): ReadDraft {
  const issues: Issue[] = [];
  const entries: [string, unknown][] = [];
  const add = (name: string, read: ReadDraft): void => {
    issues.push(...read.issues);
    if (read.value !== undefined) entries.push([name, read.value]);
  };
  for (const { name, control } of fields) {
    add(name, readDraft(controls, control, draft.fields.get(name) ?? absent, [...path, name]));
  }
  const names = new Set(fields.map(({ name }) => name));
  for (const [position, { name, draft: entered }] of draft.others.entries()) {
    if (others === undefined) continue;
    const read = readDraft(controls, others, entered, [...path, entryKey(position)], true);
    if (name === "") issues.push(say([...path, entryKey(position)], "needs a name"));
    else if (names.has(name))
      issues.push({ path: [...path, entryKey(position)], text: `${name} is there already` });
    else if (read.value === undefined && read.issues.length === 0)
      issues.push({ path: [...path, entryKey(position)], text: `${name} needs a value` });
    else add(name, read);
    names.add(name);
  }
  // Not by assignment: a property may be named `__proto__`.
  return { value: Object.fromEntries(entries), issues };
}

function readList(
  controls: Controls,
  { items }: ControlOf<"list">,
  draft: DraftOf<"list">,
  path: Path,
): ReadDraft {
  const read = draft.items.map((item, position) =>
    readDraft(controls, items, item, [...path, position], true),
  );
  // JSON has no holes: an item that nothing is entered for is null.
  return { value: read.map(({ value }) => value ?? null), issues: read.flatMap(({ issues }) => issues) };
}
