import { isJson, type Operation, type Parameter, type ParameterLocation } from "@visitors-api/openapi";
import type { Description } from "../../description/description.ts";
import type { Route } from "../../routing/router.ts";
import type { Problem } from "../../validation/problem.ts";
import { problemsFrom } from "../../validation/problems.ts";
import type { Incoming } from "../incoming.ts";
import { parseJsonText } from "../json.ts";
import { JsonError } from "../json-error.ts";
import { Refusal } from "../refusal.ts";
import { NotSerialisedError, problemOf } from "./not-serialised-error.ts";
import { Sent } from "./sent.ts";
import { readValue } from "./value.ts";
import type { Written } from "./written.ts";

/** The values of the described parameters that a request has, by where they stand. */
export type ParameterValues = Readonly<Record<ParameterLocation, Readonly<Record<string, unknown>>>>;

/**
 * Reads and checks the parameters that an operation describes; others are ignored.
 *
 * @throws Refusal 400 with one problem for each mistake.
 */
export function readParameters(
  { parameters }: Operation,
  description: Description,
  incoming: Incoming,
  path: Route["pathParameters"],
): ParameterValues {
  const values: Record<ParameterLocation, Record<string, unknown>> = {
    path: {},
    query: {},
    header: {},
    cookie: {},
  };
  if (parameters.length === 0) return values;
  const problems: Problem[] = [];
  const sent = new Sent(incoming, path, parameters, description.schemas);
  for (const parameter of parameters) {
    const { name } = parameter;
    try {
      const written = sent.written(parameter);
      const value = written && readParameter(written, parameter, description);
      const found = problemsIn(parameter, value, description);
      // OpenAPI 3.1 § 4.8.12.2.1: an empty value stands for a parameter that is not used.
      if (found.length > 0 && parameter.allowEmptyValue && written?.texts()[0] === "") continue;
      if (value !== undefined) values[parameter.in][name] = value;
      problems.push(...found);
    } catch (error) {
      if (!(error instanceof NotSerialisedError)) throw error;
      problems.push(problemOf(name, error));
    }
  }
  if (problems.length > 0) throw new Refusal(400, problems);
  return values;
}

/** @returns undefined when it is not there. */
function readParameter(written: Written, parameter: Parameter, description: Description): unknown {
  const { mediaType, schema } = parameter;
  if (mediaType === undefined) return readValue(written, schema, description);
  const [text] = written.texts();
  return text !== undefined && isJson(mediaType) ? parsed(text) : text;
}

function parsed(text: string): unknown {
  try {
    return parseJsonText(text);
  } catch (error) {
    throw error instanceof JsonError ? NotSerialisedError.ofJson(error) : error;
  }
}

function problemsIn(parameter: Parameter, value: unknown, { validators }: Description): Problem[] {
  const { name, required, schema } = parameter;
  if (value === undefined)
    return required ? [{ message: `${name} is required`, field: name, isMissing: true }] : [];
  const validate = validators.of(schema, "request");
  const issues = validate(value).map(({ message, path }) => ({ message, path: [name, ...path] }));
  return problemsFrom(issues, name);
}
