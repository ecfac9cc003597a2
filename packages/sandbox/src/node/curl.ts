import { isJsonObject } from "../description/json-object.ts";
import type { Description, Operation, Parameter, SecurityScheme } from "../description/model.ts";
import type { VisitorKey } from "../state/visitor-store.ts";

/**
 * A curl command for the first operation of a description, with its first example; undefined without operations.
 *
 * @param visitor One that there is, for the example to be about.
 */
export function curlLine(
  { operations }: Description,
  baseUrl: string,
  token: string,
  visitor?: VisitorKey,
): string | undefined {
  const [operation] = operations;
  if (operation === undefined) return undefined;
  const schemes = operation.security[0] ?? [];
  const [mediaType, body] = [...(operation.requestBody?.content ?? [])][0] ?? [];
  const [documented = body?.sample()] = body?.examples.values() ?? [];
  const example = about(visitor, documented);
  const headers = [
    ...schemes.flatMap((scheme) => credentialHeader(scheme, token)),
    ...required(operation, "header").map(({ name, example: value }) => `${name}: ${value}`),
    ...(mediaType === undefined ? [] : [`Content-Type: ${mediaType}`]),
  ];
  return [
    "curl",
    ...(operation.method === "GET" ? [] : ["-X", operation.method]),
    quoted(baseUrl + pathOf(operation) + queryOf(operation, schemes, token)),
    ...headers.flatMap((header) => ["-H", quoted(header)]),
    ...(mediaType === undefined
      ? []
      : ["-d", quoted(typeof example === "string" ? example : JSON.stringify(example))]),
  ].join(" ");
}

/** The example's own visitor need not be among those that somebody starts a sandbox with. */
function about(visitor: VisitorKey | undefined, example: unknown): unknown {
  if (visitor?.id === undefined || !isJsonObject(example)) return example;
  return "id" in example ? { ...example, id: visitor.id } : example;
}

function credentialHeader(scheme: SecurityScheme, token: string): string[] {
  if (scheme.kind === "bearer") return [`Authorization: Bearer ${token}`];
  if (scheme.kind === "basic")
    return [`Authorization: Basic ${btoa(token.includes(":") ? token : `${token}:`)}`];
  if (scheme.kind !== "apiKey" || scheme.in === "query") return [];
  return [scheme.in === "cookie" ? `Cookie: ${scheme.name}=${token}` : `${scheme.name}: ${token}`];
}

function required(operation: Operation, location: Parameter["in"]): Parameter[] {
  return operation.parameters.filter((parameter) => parameter.in === location && parameter.required);
}

function pathOf(operation: Operation): string {
  const examples = new Map(required(operation, "path").map(({ name, example }) => [name, String(example)]));
  return operation.path.replaceAll(/\{([^{}]+)\}/g, (_, name: string) =>
    encodeURIComponent(examples.get(name) ?? name),
  );
}

function queryOf(operation: Operation, schemes: readonly SecurityScheme[], token: string): string {
  const query = new URLSearchParams(
    required(operation, "query").map(({ name, example }) => [name, String(example)]),
  );
  for (const scheme of schemes) {
    if (scheme.kind === "apiKey" && scheme.in === "query") query.set(scheme.name, token);
  }
  return query.size > 0 ? `?${query}` : "";
}

/** Quoted for a POSIX shell, where nothing but the quote itself is special between single quotes. */
function quoted(text: string): string {
  return /^[\w./:@-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
