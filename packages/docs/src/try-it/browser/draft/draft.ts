import type { Control, ControlOf } from "../../form/form.ts";

/** What is entered so far for a control. It may be nothing, or not yet a value. */
export type Draft =
  /** Left out of what is sent. */
  | { readonly kind: "absent" }
  | { readonly kind: "null" }
  /** Of a text, a number, JSON; of a choice the index of its value. */
  | { readonly kind: "text"; readonly text: string }
  /** Whatever the control is for, entered as JSON; `problem` says why it is not in the form. */
  | { readonly kind: "json"; readonly text: string; readonly problem?: string }
  | { readonly kind: "file"; readonly file: File }
  | {
      readonly kind: "object";
      readonly fields: ReadonlyMap<string, Draft>;
      readonly others: readonly NamedDraft[];
    }
  | { readonly kind: "list"; readonly items: readonly Draft[] }
  /** What was entered for another variant is kept, in case the reader comes back to it. */
  | { readonly kind: "variant"; readonly chosen: number; readonly drafts: Readonly<Record<number, Draft>> };

export type DraftOf<Kind extends Draft["kind"]> = Extract<Draft, { kind: Kind }>;

/** A property whose name is entered too. */
export type NamedDraft = { readonly name: string; readonly draft: Draft };

export const absent: Draft = { kind: "absent" };

/** Schemas may require each other without an end: what is more than that is open once the reader opens it. */
const mostOpenAtOnce = 50;

/** What a control starts with when it has to have a value: an object its required fields, a list no items. */
export function emptyDraft(control: Control, budget: { left: number } = { left: mostOpenAtOnce }): Draft {
  switch (control.kind) {
    case "object": {
      budget.left -= 1;
      if (budget.left < 0) return absent;
      const required = control.fields.filter((field) => field.required);
      const fields = required.map((field) => [field.name, emptyDraft(field.control, budget)] as const);
      return { kind: "object", fields: new Map(fields), others: [] };
    }
    case "list":
      return { kind: "list", items: [] };
    case "variants":
      return { kind: "variant", chosen: 0, drafts: {} };
    case "choice":
      return control.values.length === 1 ? { kind: "text", text: "0" } : absent;
    default:
      return absent;
  }
}

/** Whether nothing is entered. */
export function isLeftOut({ kind, ...draft }: Draft): boolean {
  return kind === "absent" || ("text" in draft && draft.text === "");
}

/** A control and what is entered for it, behind the variants that are chosen on the way there. */
export function behindVariants(control: Control, draft: Draft): { control: Control; draft: Draft } {
  if (control.kind !== "variants" || draft.kind !== "variant") return { control, draft };
  const variant = control.options[draft.chosen];
  if (variant === undefined) return { control, draft: absent };
  return behindVariants(variant.control, variantDraft(control, draft));
}

/** What is entered for a variant so far. */
export function variantDraft(control: ControlOf<"variants">, draft: DraftOf<"variant">): Draft {
  const variant = control.options[draft.chosen];
  if (variant === undefined) return absent;
  return draft.drafts[draft.chosen] ?? emptyDraft(variant.control);
}
