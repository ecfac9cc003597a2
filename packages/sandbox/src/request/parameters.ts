import type { Operation, Parameter, ParameterLocation } from "../description/model.ts";
import type { Route } from "../routing/router.ts";
import type { Problem } from "../validation/problem.ts";
import { problemsFrom } from "../validation/problems.ts";
import { cookie } from "./cookie.ts";
import type { Incoming } from "./incoming.ts";
import { deserialise, NotSerialisedError, primitive } from "./parameter-styles.ts";
import { parseQuery, type Query } from "./query.ts";
import { Refusal } from "./refusal.ts";

/** The values of the described parameters that a request has, by where they stand. */
export type ParameterValues = Readonly<Record<ParameterLocation, Readonly<Record<string, unknown>>>>;

/**
 * Reads and checks the parameters that an operation describes; others are ignored.
 *
 * @throws Refusal 400 with one problem for each mistake.
 */
export function readParameters(
  operation: Operation,
  incoming: Incoming,
  path: Route["pathParameters"],
): ParameterValues {
  const values: Record<ParameterLocation, Record<string, unknown>> = {
    path: {},
    query: {},
    header: {},
    cookie: {},
  };
  const problems: Problem[] = [];
  let query: Query | undefined;
  for (const parameter of operation.parameters) {
    query ??= parseQuery(incoming.url.search);
    try {
      const value = textToValue(parameter, incoming, path, query);
      if (value === undefined) {
        if (parameter.required)
          problems.push({ message: `${parameter.name} is required`, field: parameter.name });
        continue;
      }
      problems.push(...problemsIn(parameter, value));
      values[parameter.in][parameter.name] = value;
    } catch (error) {
      if (!(error instanceof NotSerialisedError)) throw error;
      problems.push({ message: `${parameter.name} ${error.message}`, field: parameter.name });
    }
  }
  if (problems.length > 0) throw new Refusal(400, problems);
  return values;
}

function textToValue(
  parameter: Parameter,
  incoming: Incoming,
  path: Route["pathParameters"],
  query: Query,
): unknown {
  switch (parameter.in) {
    case "query":
      return fromQuery(parameter, query);
    case "path": {
      const text = path[parameter.name];
      return text === undefined ? undefined : deserialise(parameter, text, decoded);
    }
    case "header": {
      const text = incoming.header(parameter.name);
      return text === undefined ? undefined : deserialise(parameter, text, (part) => part);
    }
    case "cookie": {
      const text = cookie(incoming, parameter.name);
      return text === undefined ? undefined : deserialise(parameter, text, decoded);
    }
  }
}

function fromQuery(parameter: Parameter, query: Query): unknown {
  const { name, types, propertyTypes, style, explode, mediaType } = parameter;
  if (mediaType === undefined && types.has("object") && (style === "deepObject" || explode)) {
    // The properties stand in the query as name[property]=value, or each under its own name.
    const entries = [...propertyTypes].flatMap(([property, ofProperty]) => {
      const [text] = query.get(style === "deepObject" ? `${name}[${property}]` : property) ?? [];
      return text === undefined ? [] : [[property, primitive(decoded(text), ofProperty)]];
    });
    return entries.length > 0 ? Object.fromEntries(entries) : undefined;
  }
  const texts = query.get(name);
  if (texts?.[0] === undefined) return undefined;
  if (mediaType === undefined && types.has("array") && explode) {
    return texts.map((text) => primitive(decoded(text), parameter.itemTypes));
  }
  return deserialise(parameter, texts[0], decoded);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new NotSerialisedError("is not valid percent-encoding");
  }
}

function problemsIn({ name, validate }: Parameter, value: unknown): Problem[] {
  const issues = validate(value).map(({ message, path }) => ({ message, path: [name, ...path] }));
  return problemsFrom(issues, name);
}
