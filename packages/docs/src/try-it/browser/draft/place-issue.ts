import type { Control } from "../../form/form.ts";
import { absent, behindVariants, type Draft, isLeftOut } from "./draft.ts";
import { entryKey, type Path } from "./issue.ts";

/**
 * The place of the form that shows an issue: validators speak of values, and have no variants, no fields that are not open
 * yet, and no order of properties.
 *
 * @param place of the control.
 * @param path from there to what the issue is about.
 */
export function placeIssue(whole: Control, given: Draft, place: Path, path: readonly PropertyKey[]): Path {
  const { control, draft } = behindVariants(whole, given);
  const [key, ...rest] = path;
  if (control.kind === "list" && draft.kind === "list" && typeof key === "number") {
    const item = draft.items[key];
    return item === undefined ? place : placeIssue(control.items, item, [...place, key], rest);
  }
  if (control.kind !== "object" || draft.kind !== "object") return place;
  if (key === undefined) {
    // What is said of the whole is most often about what lacks.
    const lacking = control.fields.find(
      ({ name, required }) => required && isLeftOut(draft.fields.get(name) ?? absent),
    );
    return lacking === undefined ? place : [...place, lacking.name];
  }
  const field = control.fields.find(({ name }) => name === key);
  if (field !== undefined) {
    const inner = draft.fields.get(field.name) ?? absent;
    return placeIssue(field.control, inner, [...place, field.name], rest);
  }
  const position = draft.others.findIndex(({ name }) => name === key);
  const other = draft.others[position];
  if (other === undefined || control.others === undefined) return place;
  return placeIssue(control.others, other.draft, [...place, entryKey(position)], rest);
}
