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
  const steps = Object.entries({
    checkPathParameters: operations.some(({ path }) => path.includes("{")),
    cookieHeader: uses(({ cookies }) => cookies.length > 0),
    headerParameters: uses(({ styles }) => styles?.["header"]),
    form: uses(({ body }) => body?.kind === "form"),
    multipart: uses(({ body }) => body?.kind === "multipart"),
    raw: uses(({ body }) => body?.kind === "text" || body?.kind === "bytes" || body?.kind === "stream"),
    serializeParameters: uses(({ styles }) => styles?.["path"] || styles?.["query"]),
  }).flatMap(([step, isUsed]) => (isUsed ? [step] : []));
  const serializers = operations.some(({ path, input }) => path.includes("{") || input.hasQuery)
    ? ["createQuerySerializer", "defaultPathSerializer"]
    : [];
  const split = operations.every(takesBodyOnly) ? undefined : "splitInput";
  const baseUrl = defaultBaseUrl(model);
  const properties: Readonly<Record<string, string | undefined>> = {
    baseUrl: baseUrl === undefined ? undefined : literal(baseUrl),
    schemes: record(securitySchemes.map((scheme) => [scheme.name, schemeCall(scheme)])),
    security: literal(security),
    operations: "operationTable",
    split,
    serializers: serializers.length > 0 ? `{ ${serializers.join(", ")} }` : undefined,
    prepare: steps.length > 1 ? `steps(${steps.join(", ")})` : steps[0],
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
      ...serializers,
      ...steps,
      ...(steps.length > 1 ? ["steps"] : []),
    ],
  };
}

/** Where the API is, unless a client is told otherwise; undefined where it must be told. */
export function defaultBaseUrl({ servers }: Model): string | undefined {
  const url = servers[0]?.url ?? "";
  return /^https?:\/\//.test(url) ? url : undefined;
}

function record(entries: readonly (readonly [key: string, value: string])[]): string {
  return `{ ${entries.map(([key, value]) => `${propertyName(key)}: ${value}`).join(", ")} }`;
}

/** The whole input is the body, so that there is nothing to sort. */
function takesBodyOnly({ path, input: { body, query, cookies } }: Operation): boolean {
  const hasParameters = path.includes("{") || query.length > 0 || cookies.length > 0;
  return body?.required === true && !body.grouped && !hasParameters;
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
