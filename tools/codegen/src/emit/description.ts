import type { Body, Model, Operation, SecurityScheme } from "../model/model.ts";
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
  const bodies = [...new Map(operations.flatMap(({ input }) => serializer(input.body)))];
  const parts: Readonly<Record<string, string | undefined>> = {
    split: operations.every(takesBodyOnly) ? undefined : "splitInput",
    checkPath: operations.some(({ path }) => path.includes("{")) ? "checkPathParameters" : undefined,
    serialize: operations.some(({ input: { styles } }) => styles?.["path"] || styles?.["query"])
      ? "serializeParameters"
      : undefined,
    cookies: operations.some(({ input }) => input.cookies.length > 0) ? "cookieHeader" : undefined,
  };
  const properties: Readonly<Record<string, string | undefined>> = {
    schemes: record(securitySchemes.map((scheme) => [scheme.name, schemeCall(scheme)])),
    security: literal(security),
    operations: "operationTable",
    ...parts,
    bodies: bodies.length > 0 ? record(bodies) : undefined,
    errors: `{ ${errors.map((error) => `${error.status}: ${error.class}`).join(", ")} }`,
    requestId: requestId === undefined ? undefined : literal(requestId),
    agent: literal(userAgent(title, version)),
  };
  const given = Object.entries(properties).filter(([, value]) => value !== undefined);
  return {
    text: `{ servers, ${given.map(([name, value]) => `${name}: ${value}`).join(", ")} }`,
    imports: [
      ...securitySchemes.map(({ kind }) => schemeFunctions[kind]),
      ...bodies.map(([, name]) => name),
      ...Object.values(parts).filter((name) => name !== undefined),
    ],
  };
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

const serializers = {
  json: undefined,
  form: "form",
  multipart: "multipart",
  text: "raw",
  binary: "raw",
} as const;

function serializer(body: Body | undefined): [mediaType: string, name: string][] {
  const name = body && serializers[body.kind];
  return name ? [[body.mediaType, name]] : [];
}

/** RFC 9110 § 10.1.5: a product and its version, each a token. */
function userAgent(title: string, version: string): string {
  const token = (text: string): string => text.replaceAll(/[^\w.]+/g, "-").replaceAll(/^-+|-+$/g, "");
  return [`${token(title)}-client`, token(version)].filter(Boolean).join("/");
}
