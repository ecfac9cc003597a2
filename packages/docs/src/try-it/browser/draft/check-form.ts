import type { Form } from "../../form/form.ts";
import type { ValidationIssue } from "../call/connection.ts";
import { absent } from "./draft.ts";
import type { FormState, FormValues } from "./form-state.ts";
import { type Issue, idOf, nameOf, type Path } from "./issue.ts";
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
  const own = [...values.issues, ...values.missing];
  const known = new Set(own.map(({ path }) => idOf(path)));
  const found = issues.map(({ path, message }): Issue => {
    // What validators say follows the name of the property, and what they say of the whole stands alone.
    return { path: placeOf(form, state, path), text: `${nameOf(path)} ${message}`.trim() };
  });
  // Of what is no value yet a validator only knows that it is not there.
  const all = [...own, ...found.filter(({ path }) => !known.has(idOf(path)))];
  return all.sort((a, b) => places.indexOf(a.path[0]) - places.indexOf(b.path[0]));
}

/** In the order of the form. */
const places: readonly unknown[] = ["parameters", "headers", "body"];

function placeOf({ fields, body }: Form, state: FormState, path: readonly PropertyKey[]): Path {
  const [name, ...rest] = path;
  const parameters = state.get("parameters");
  const isParameter = parameters?.kind === "object" && parameters.fields.has(String(name));
  const place = isParameter ? "parameters" : "body";
  const field = fields.find((one) => one.name === place);
  if (field === undefined) return [place];
  const inside = body?.grouped && !isParameter ? rest : path;
  return placeIssue(field.control, state.get(place) ?? absent, [place], inside);
}
