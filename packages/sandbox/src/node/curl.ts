import { isObject, type Operation, type Parameter, type SecurityScheme } from "@visitors-api/openapi";
import type { Description } from "../description/description.ts";
import { requiredSchemes } from "../description/security.ts";
import type { Collections } from "../domain.ts";
import { keyOf } from "../state/collection.ts";

/**
 * A curl command for the first operation of a description, with its first example; undefined without operations.
 *
 * @param collections The example is to be about something that there is.
 */
export async function curlLine(
  description: Description,
  baseUrl: string,
  token: string,
  collections: Collections = {},
): Promise<string | undefined> {
  const [operation] = description.operations;
  if (operation === undefined) return undefined;
  const [schemes = []] = requiredSchemes(operation.security, description);
  const mediaType = operation.requestBody?.content[0];
  const example = mediaType && (await about(collections, await exampleOf(mediaType, description)));
  const method = operation.method.toUpperCase();
  const required = await Promise.all(
    operation.parameters
      .filter((parameter) => parameter.required)
      .map(async (parameter) => ({ ...parameter, example: String(await exampleOf(parameter, description)) })),
  );
  const headers = [
    ...schemes.flatMap((scheme) => credentialHeader(scheme, token)),
    ...required.filter(isIn("header")).map(({ name, example }) => `${name}: ${example}`),
    ...(mediaType === undefined ? [] : [`Content-Type: ${mediaType.name}`]),
  ];
  return [
    "curl",
    ...(method === "GET" ? [] : ["-X", method]),
    quoted(baseUrl + pathOf(operation, required) + queryOf(required, schemes, token)),
    ...headers.flatMap((header) => ["-H", quoted(header)]),
    ...(mediaType === undefined
      ? []
      : ["-d", quoted(typeof example === "string" ? example : JSON.stringify(example))]),
  ].join(" ");
}

/** A parameter with the text that it is sent as. */
type Exemplified = Pick<Parameter, "in" | "name"> & { readonly example: string };

async function exampleOf(
  { examples: [first], schema }: Pick<Parameter, "examples" | "schema">,
  { samples }: Description,
): Promise<unknown> {
  return first ? first.value : (await samples.of(schema, "request")).value;
}

function isIn(location: Parameter["in"]): (parameter: Exemplified) => boolean {
  return (parameter) => parameter.in === location;
}

/** What the example names need not be among what somebody starts a sandbox with. */
async function about(collections: Collections, example: unknown): Promise<unknown> {
  if (!isObject(example)) return example;
  for (const collection of Object.values(collections)) {
    const [key] = collection.definition.keys;
    const [item] = (await collection.list(0, 1)).items;
    if (item !== undefined && keyOf(example, key) !== undefined) return { ...example, [key]: item[key] };
  }
  return example;
}

function credentialHeader(scheme: SecurityScheme, token: string): string[] {
  if (scheme.kind === "bearer") return [`Authorization: Bearer ${token}`];
  if (scheme.kind === "basic")
    return [`Authorization: Basic ${btoa(token.includes(":") ? token : `${token}:`)}`];
  if (scheme.kind !== "apiKey" || scheme.in === "query") return [];
  return [scheme.in === "cookie" ? `Cookie: ${scheme.parameter}=${token}` : `${scheme.parameter}: ${token}`];
}

function pathOf({ path }: Operation, required: readonly Exemplified[]): string {
  const examples = new Map(required.filter(isIn("path")).map(({ name, example }) => [name, example]));
  return path.replaceAll(/\{([^{}]+)\}/g, (_, name: string) =>
    encodeURIComponent(examples.get(name) ?? name),
  );
}

function queryOf(
  required: readonly Exemplified[],
  schemes: readonly SecurityScheme[],
  token: string,
): string {
  const query = new URLSearchParams(
    required.filter(isIn("query")).map(({ name, example }) => [name, example]),
  );
  for (const scheme of schemes) {
    if (scheme.kind === "apiKey" && scheme.in === "query") query.set(scheme.parameter, token);
  }
  return query.size > 0 ? `?${query}` : "";
}

/** Quoted for a POSIX shell, where nothing but the quote itself is special between single quotes. */
function quoted(text: string): string {
  return /^[\w./:@-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
