import type { Form } from "../../form/form.ts";
import type { ValidationIssue } from "../call/connection.ts";
import { absent } from "./draft.ts";
import type { FormState, FormValues } from "./form-state.ts";
import { type Issue, idOf, type Path, say } from "./issue.ts";
import { missingFields } from "./missing-fields.ts";
import { placeIssue } from "./place-issue.ts";

/**
 * What is wrong with what is entered, each issue at the place that shows it.
 *
 * @param issues what the validator of the method's input says. Headers are no part of it.
 */
export function checkForm(
  form: Form,
  state: FormState,
  values: FormValues,
  issues: readonly ValidationIssue[],
): readonly Issue[] {
  const lacking =
    form.body !== undefined && state.body.mode === "form"
      ? missingFields(form.controls, form.body.control, state.body.draft, ["body"])
      : [];
  const own = new Set([...values.issues, ...lacking].map(({ path }) => idOf(path)));
  const missing = form.headers
    .filter(({ name, required }) => required && values.headers[name] === undefined)
    .map(({ name }) => say(["headers", name], "is required"));
  const found = issues.map((issue): Issue => {
    return { path: placeOf(form, state, issue.path), text: sentence(issue) };
  });
  // Of what is no value yet a validator only knows that it is not there.
  const all = [...values.issues, ...lacking, ...missing, ...found.filter(({ path }) => !own.has(idOf(path)))];
  return all.sort((a, b) => places.indexOf(a.path[0]) - places.indexOf(b.path[0]));
}

/** In the order of the form. */
const places: readonly unknown[] = ["parameters", "headers", "body"];

function placeOf(form: Form, { parameters, body }: FormState, path: readonly PropertyKey[]): Path {
  const [name, ...rest] = path;
  const field = form.parameters.find((parameter) => parameter.name === name);
  if (field !== undefined) {
    const draft = parameters.get(field.name) ?? absent;
    return placeIssue(form.controls, field.control, draft, ["parameters", field.name], rest);
  }
  if (form.body === undefined || body.mode === "json") return ["body"];
  return placeIssue(form.controls, form.body.control, body.draft, ["body"], form.body.grouped ? rest : path);
}

/** What validators say follows the name of the property, and what they say of the whole stands alone. */
function sentence({ path, message }: ValidationIssue): string {
  const name = path.reduce<string>((before, key) => {
    if (typeof key === "number") return `${before}[${key}]`;
    return before === "" ? String(key) : `${before}.${String(key)}`;
  }, "");
  return `${name} ${message}`.trim();
}
