import { isObject } from "@visitors-api/openapi";
import type { BodyForm, Field, Form } from "../../form/form.ts";
import type { Preset } from "../../try-page.ts";
import { absent, type Controls, type Draft, emptyDraft } from "./draft.ts";
import { draftOf } from "./draft-of.ts";
import { type Issue, type Path, say } from "./issue.ts";
import { readDraft, readJson } from "./read-draft.ts";

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
  readonly issues: readonly Issue[];
};

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
  const parameters = readFields(form.controls, form.parameters, state.parameters, "parameters");
  const headers = readFields(form.controls, form.headers, state.headers, "headers");
  const body =
    form.body === undefined
      ? { value: undefined, issues: [] }
      : readBody(form.controls, form.body, state.body);
  return {
    parameters: parameters.values,
    headers: headers.values,
    body: body.value,
    issues: [...parameters.issues, ...headers.issues, ...body.issues],
  };
}

function readFields(
  controls: Controls,
  fields: readonly Field[],
  drafts: ReadonlyMap<string, Draft>,
  place: string,
) {
  const read = fields.map(({ name, control }) => ({
    name,
    ...readDraft(controls, control, drafts.get(name) ?? absent, [place, name]),
  }));
  return {
    values: Object.fromEntries(
      read.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])),
    ),
    issues: read.flatMap(({ issues }) => issues),
  };
}

function readBody(controls: Controls, body: BodyForm, state: BodyState) {
  const path: Path = ["body"];
  if (state.mode === "form") return readDraft(controls, body.control, state.draft, path);
  if (state.text.trim() === "") return { value: undefined, issues: [] };
  const read = readJson(state.text, (message) => ({ value: undefined, issues: [say(path, message)] }));
  const isSpread = !body.grouped && read.issues.length === 0 && !isObject(read.value);
  return isSpread ? { value: undefined, issues: [say(path, "must be an object")] } : read;
}

/** The one object that the client's method takes. */
export function inputOf(form: Form, { parameters, body }: FormValues): Readonly<Record<string, unknown>> {
  if (form.body === undefined || body === undefined) return parameters;
  if (form.body.grouped) return { ...parameters, body };
  return { ...parameters, ...(isObject(body) ? body : {}) };
}
