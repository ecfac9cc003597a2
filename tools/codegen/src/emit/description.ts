import { isRange } from "@visitors-api/openapi";
import type { Model, Operation, SecurityScheme } from "../model/model.ts";
import { literal, propertyName } from "./text.ts";

/**
 * The constant that the run time works from, and what it takes from the run time: only those parts that this description
 * has a use for, so that bundlers leave the others out.
 */
export function emitDescription(model: Model): {
  readonly text: string;
  readonly imports: readonly string[];
} {
  const { title, version, securitySchemes, security, operations, errors, requestId } = model;
  const uses = (test: (input: Operation["input"]) => unknown): boolean =>
    operations.some(({ input }) => test(input));
  const bodies = operations.flatMap(({ input: { body, choices } }) => (body ? [body, ...choices] : []));
  const isChosen = uses(({ body, choices }) => choices.length > 0 || (body && isRange(body.mediaType)));
  const steps = used({
    checkPathParameters: operations.some(({ path }) => path.includes("{")),
    cookieHeader: uses(({ cookies }) => cookies.length > 0),
    idempotencyKey: operations.some(({ headers }) => headers?.idempotencyKey),
    headerParameters: uses(({ styles }) => styles?.["header"]),
    readByContentType: operations.some(({ response }) => typeof response !== "string"),
    serializeParameters: uses(({ styles }) => styles?.["path"] || styles?.["query"]),
  });
  const writers = used({
    form: bodies.some(({ kind }) => kind === "form"),
    multipart: bodies.some(({ kind }) => kind === "multipart"),
    raw: bodies.some(({ kind, mediaType }) => isRange(mediaType) || /^(text|bytes|stream)$/.test(kind)),
  });
  const prepare = [...steps, ...(isChosen ? [`chosenBody(${writers.join(", ")})`] : writers)];
  const hasParameters = operations.some(({ path, input }) => path.includes("{") || input.hasQuery);
  const split = operations.every(takesBodyOnly) ? undefined : isChosen ? "splitChosenInput" : "splitInput";
  // A call of a path that is not described has no server of its own.
  const baseUrl = defaultBaseUrl(model) ?? (hasOwnServers(model) ? operations[0]?.server : undefined);
  const properties: Readonly<Record<string, string | undefined>> = {
    baseUrl: baseUrl === undefined ? undefined : literal(baseUrl),
    schemes: record(securitySchemes.map((scheme) => [scheme.name, schemeCall(scheme)])),
    security: literal(security),
    operations: "operationTable",
    split,
    writeUrl: hasParameters ? "writeUrl" : undefined,
    prepare: prepare.length > 1 ? `steps(${prepare.join(", ")})` : prepare[0],
    errors: `{ ${errors.map((error) => `${error.status}: ${error.class}`).join(", ")} }`,
    requestId: requestId === undefined ? undefined : literal(requestId),
    agent: literal(userAgent(title, version)),
  };
  const given = Object.entries(properties).filter(([, value]) => value !== undefined);
  return {
    text: `{ ${given.map(([name, value]) => `${name}: ${value}`).join(", ")} }`,
    imports: [
      ...securitySchemes.map(({ kind }) => schemeFunctions[kind]),
      ...(split === undefined ? [] : [split]),
      ...(hasParameters ? ["writeUrl"] : []),
      ...steps,
      ...writers,
      ...(isChosen ? ["chosenBody"] : []),
      ...(prepare.length > 1 ? ["steps"] : []),
    ],
  };
}

/** Whether every call goes where its own operation says, so that a client need not be told where the API is. */
export function hasOwnServers({ operations }: Model): boolean {
  return operations.length > 0 && operations.every(({ server }) => server !== undefined);
}

/** Where the API is, unless a client is told otherwise or an operation says otherwise; undefined where nobody says. */
export function defaultBaseUrl({ servers }: Model): string | undefined {
  const url = servers[0]?.url ?? "";
  return /^https?:\/\//.test(url) ? url : undefined;
}

function record(entries: readonly (readonly [key: string, value: string])[]): string {
  return `{ ${entries.map(([key, value]) => `${propertyName(key)}: ${value}`).join(", ")} }`;
}

/** The names of those that are used. */
function used(names: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(names).flatMap(([name, isUsed]) => (isUsed ? [name] : []));
}

/** The whole input is the body, so that there is nothing to sort. */
function takesBodyOnly({ path, input: { body, choices, query, cookies } }: Operation): boolean {
  const hasParameters = path.includes("{") || query.length > 0 || cookies.length > 0;
  const isFlat = body !== undefined && [body, ...choices].every(({ grouped }) => !grouped);
  return isFlat && body.required && !hasParameters;
}

const schemeFunctions = {
  basic: "basic",
  bearer: "bearer",
  cookie: "apiKeyCookie",
  header: "apiKeyHeader",
  query: "apiKeyQuery",
} as const;

function schemeCall({ kind, option, parameter }: SecurityScheme): string {
  const values = parameter === undefined ? [option] : [option, parameter];
  return `${schemeFunctions[kind]}(${values.map(literal).join(", ")})`;
}

/** RFC 9110 § 10.1.5: a product and its version, each a token. */
function userAgent(title: string, version: string): string {
  const token = (text: string): string => text.replaceAll(/[^\w.]+/g, "-").replaceAll(/^-+|-+$/g, "");
  return [`${token(title)}-client`, token(version)].filter(Boolean).join("/");
}
