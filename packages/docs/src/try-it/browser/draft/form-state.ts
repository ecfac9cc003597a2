import { isObject } from "@visitors-api/openapi";
import type { Form } from "../../form/form.ts";
import type { Preset } from "../../try-page.ts";
import type { Draft } from "./draft.ts";
import { fieldDraft } from "./draft-of.ts";
import { say } from "./issue.ts";
import { type Found, readFields } from "./read-draft.ts";

/** All that is entered for an operation, by the names of the form's fields. */
export type FormState = ReadonlyMap<string, Draft>;

/** What is entered, as values to send. */
export type FormValues = {
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
} & Readonly<Found>;

/** A form with an example filled in. Of parameters, each is shown by itself: one that its control cannot show is no reason to lose others. */
export function stateOf({ fields }: Form, preset: Partial<Preset> = {}): FormState {
  const given: Readonly<Record<string, unknown>> = preset;
  return new Map(
    fields.map((field): [string, Draft] => {
      const value = given[field.name];
      const group = field.control;
      if (field.name === "body" || group.kind !== "object") {
        return [field.name, fieldDraft(field, value)];
      }
      const values = isObject(value) ? value : {};
      const drafts = group.fields.map((one): [string, Draft] => {
        const own = Object.hasOwn(values, one.name) ? values[one.name] : undefined;
        return [one.name, fieldDraft(one, own)];
      });
      return [field.name, { kind: "object", fields: new Map(drafts), others: [] }];
    }),
  );
}

/** Whether a body can be entered as JSON too: a file cannot. */
export function isJsonAble({ body, hasFiles }: Form): boolean {
  const isStructured = /[/+]json\b|\/x-www-form-urlencoded/.test(body?.mediaType ?? "");
  return isStructured && !hasFiles;
}

/** Reads all that is entered. */
export function readForm({ fields, body: form }: Form, state: FormState): FormValues {
  const found: Found = { issues: [], missing: [] };
  const { parameters, headers, body } = Object.fromEntries(readFields(fields, state, [], found));
  const isFitting = body === undefined || form?.grouped || isObject(body);
  if (!isFitting) found.issues.push(say(["body"], "must be an object"));
  return {
    parameters: isObject(parameters) ? parameters : {},
    headers: isObject(headers) ? headers : {},
    body: isFitting ? body : undefined,
    ...found,
  };
}

/** The one object that the client's method takes. */
export function inputOf(form: Form, { parameters, body }: FormValues): Readonly<Record<string, unknown>> {
  if (isObject(body) && !form.body?.grouped) return { ...parameters, ...body };
  return body === undefined ? parameters : { ...parameters, body };
}
