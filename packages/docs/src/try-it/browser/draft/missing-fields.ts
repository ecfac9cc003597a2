import type { ControlIndex } from "../../form/form.ts";
import { absent, type Controls, controlAt, type Draft, variantDraft } from "./draft.ts";
import { entryKey, type Issue, type Path, say } from "./issue.ts";

/**
 * What lacks of the variants that are chosen. A validator of the whole is content with any variant that fits, and the reader has
 * chosen one.
 *
 * @param isChosen whether the control belongs to a variant that was chosen.
 */
export function missingFields(
  controls: Controls,
  index: ControlIndex,
  draft: Draft,
  path: Path,
  isChosen = false,
): Issue[] {
  const control = controlAt(controls, index);
  if (control.kind === "variants" && draft.kind === "variant") {
    const variant = control.options[draft.chosen];
    if (variant === undefined) return [];
    return missingFields(controls, variant.control, variantDraft(controls, control, draft), path, true);
  }
  if (control.kind === "list" && draft.kind === "list") {
    return draft.items.flatMap((item, position) =>
      missingFields(controls, control.items, item, [...path, position]),
    );
  }
  if (control.kind !== "object" || draft.kind !== "object") return [];
  const { others } = control;
  return [
    ...control.fields.flatMap(({ name, required, control: inner }) => {
      const field = draft.fields.get(name) ?? absent;
      const isMissing = field.kind === "absent" || (field.kind === "text" && field.text === "");
      if (isMissing) return required && isChosen ? [say([...path, name], "is required")] : [];
      return missingFields(controls, inner, field, [...path, name]);
    }),
    ...draft.others.flatMap((entry, position) =>
      others === undefined ? [] : missingFields(controls, others, entry.draft, [...path, entryKey(position)]),
    ),
  ];
}
