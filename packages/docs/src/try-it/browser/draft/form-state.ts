import { isObject } from "@visitors-api/openapi";
import type { BodyForm, Field, Form } from "../../form/form.ts";
import type { Preset } from "../../try-page.ts";
import { absent, type Controls, type Draft, emptyDraft } from "./draft.ts";
import { draftOf } from "./draft-of.ts";
import { type Path, say } from "./issue.ts";
import { type Found, readDraft, readFields, readJson } from "./read-draft.ts";

/** All that is entered for an operation. */
export type FormState = {
  readonly parameters: ReadonlyMap<string, Draft>;
  readonly headers: ReadonlyMap<string, Draft>;
  readonly body: BodyState;
};

/** A body is entered in a form, or as the JSON that it is. */
export type BodyState =
  | { readonly mode: "form"; readonly draft: Draft }
  | {
      readonly mode: "json";
      readonly text: string;
      /** Why it is not in the form. */
      readonly problem?: string;
    };

/** What is entered, as values to send. */
export type FormValues = {
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
} & Readonly<Found>;

export function stateOf(form: Form, preset: Preset | undefined): FormState {
  return {
    parameters: fieldDrafts(form.controls, form.parameters, preset?.parameters ?? {}),
    headers: fieldDrafts(form.controls, form.headers, preset?.headers ?? {}),
    body:
      form.body === undefined ? { mode: "form", draft: absent } : bodyState(form, form.body, preset?.body),
  };
}

function fieldDrafts(
  controls: Controls,
  fields: readonly Field[],
  values: Readonly<Record<string, unknown>>,
): Map<string, Draft> {
  return new Map(
    fields.map(({ name, control, required }) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      const draft = value === undefined ? undefined : draftOf(controls, control, value);
      return [name, draft ?? (required ? emptyDraft(controls, control) : absent)];
    }),
  );
}

/** A body as a form, where a form can show it. */
export function bodyState({ controls }: Form, body: BodyForm, value: unknown): BodyState {
  if (value === undefined)
    return { mode: "form", draft: body.required ? emptyDraft(controls, body.control) : absent };
  const draft = draftOf(controls, body.control, value);
  return draft === undefined
    ? { mode: "json", text: JSON.stringify(value, null, 2) }
    : { mode: "form", draft };
}

/** Whether a body can be entered as JSON too: a file cannot. */
export function isJsonAble(form: Form): boolean {
  return (
    form.body !== undefined && form.controls.every(({ kind }) => kind !== "file") && isStructured(form.body)
  );
}

function isStructured({ mediaType }: BodyForm): boolean {
  return /[/+]json\b|\/x-www-form-urlencoded/.test(mediaType);
}

/** Reads all that is entered. */
export function readForm(form: Form, state: FormState): FormValues {
  const { controls } = form;
  const found: Found = { issues: [], missing: [] };
  const read = (place: "parameters" | "headers"): Readonly<Record<string, unknown>> =>
    Object.fromEntries(readFields(controls, form[place], state[place], [place], found));
  return {
    parameters: read("parameters"),
    headers: read("headers"),
    body: form.body && readBody(controls, form.body, state.body, found),
    ...found,
  };
}

function readBody(controls: Controls, body: BodyForm, state: BodyState, found: Found): unknown {
  const path: Path = ["body"];
  if (state.mode === "form") return readDraft(controls, body.control, state.draft, path, found);
  if (state.text.trim() === "") return undefined;
  const value = readJson(state.text, path, found);
  if (value === undefined || body.grouped || isObject(value)) return value;
  found.issues.push(say(path, "must be an object"));
  return undefined;
}

/** The one object that the client's method takes. */
export function inputOf(form: Form, { parameters, body }: FormValues): Readonly<Record<string, unknown>> {
  if (form.body === undefined || body === undefined) return parameters;
  if (form.body.grouped) return { ...parameters, body };
  return { ...parameters, ...(isObject(body) ? body : {}) };
}
