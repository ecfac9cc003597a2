import { isObject } from "@visitors-api/openapi";
import type { Control, ControlOf, Field } from "../../form/form.ts";
import { absent, type Draft, emptyDraft } from "./draft.ts";

/**
 * A value as something entered; undefined when the control cannot show it.
 *
 * @param value Undefined for one that is left out.
 */
export function draftOf(control: Control, value: unknown): Draft | undefined {
  if (value === undefined) return absent;
  if (value === null && control.nullable) return { kind: "null" };
  switch (control.kind) {
    case "text":
      return typeof value === "string" ? text(value) : undefined;
    case "number":
      return typeof value === "number" ? text(String(value)) : undefined;
    case "choice": {
      const position = control.values.findIndex((one) => JSON.stringify(one) === JSON.stringify(value));
      return position < 0 ? undefined : text(String(position));
    }
    case "json":
      return text(JSON.stringify(value, null, 2));
    case "file":
      return undefined;
    case "list":
      return Array.isArray(value) ? listOf(control, value) : undefined;
    case "object":
      return isObject(value) ? objectOf(control, value) : undefined;
    case "variants":
      return variantOf(control, value);
  }
}

/** A value as something entered, whatever it is: what the control of its field cannot show is JSON. */
export function fieldDraft({ control, required }: Field, value: unknown): Draft {
  if (value === undefined) return required ? emptyDraft(control) : absent;
  return draftOf(control, value) ?? { kind: "json", text: JSON.stringify(value, null, 2) };
}

function text(entered: string): Draft {
  return { kind: "text", text: entered };
}

function listOf({ items }: ControlOf<"list">, value: readonly unknown[]): Draft | undefined {
  const drafts = value.map((item) => draftOf(items, item));
  return drafts.every((draft) => draft !== undefined) ? { kind: "list", items: drafts } : undefined;
}

function objectOf(
  { fields, others }: ControlOf<"object">,
  value: Readonly<Record<string, unknown>>,
): Draft | undefined {
  const drafts = new Map<string, Draft>();
  for (const { name, control, required } of fields) {
    const given = Object.hasOwn(value, name) ? value[name] : undefined;
    const isEmpty = given === undefined && required && control.kind !== "variants";
    const draft = isEmpty ? emptyDraft(control) : draftOf(control, given);
    if (draft === undefined) return undefined;
    drafts.set(name, draft);
  }
  const known = new Set(fields.map(({ name }) => name));
  const rest = Object.entries(value).filter(([name]) => !known.has(name));
  if (others === undefined)
    return rest.length > 0 ? undefined : { kind: "object", fields: drafts, others: [] };
  const named = rest.flatMap(([name, inner]) => {
    const draft = draftOf(others, inner);
    return draft === undefined ? [] : [{ name, draft }];
  });
  return named.length < rest.length ? undefined : { kind: "object", fields: drafts, others: named };
}

/** The first variant that can show the value and finds in it what it requires, or else the first that can show it. */
function variantOf({ options }: ControlOf<"variants">, value: unknown): Draft | undefined {
  const able = options.flatMap((option, chosen) => {
    const draft = draftOf(option.control, value);
    return draft === undefined ? [] : [{ chosen, draft, control: option.control }];
  });
  const best = able.find(({ control }) => hasRequired(control, value)) ?? able[0];
  return best && { kind: "variant", chosen: best.chosen, drafts: { [best.chosen]: best.draft } };
}

function hasRequired(control: Control, value: unknown): boolean {
  if (control.kind !== "object" || !isObject(value)) return true;
  return control.fields.every(({ name, required }) => !required || Object.hasOwn(value, name));
}
