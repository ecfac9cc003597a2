/** A request that the description itself gives as an example, as the client's method for it takes it. */
export interface RequestExample {
  operationId: string;
  summary: string;
  input: Record<string, unknown>;
}

interface Reference {
  $ref?: string;
}

interface Parameter extends Reference {
  name: string;
  in: string;
  example?: unknown;
  examples?: Record<string, Reference & { value?: unknown }>;
  schema?: Reference & { example?: unknown; examples?: unknown[] };
}

interface MediaType {
  example?: unknown;
  examples?: Record<string, Reference & { value?: unknown }>;
}

interface Operation {
  operationId?: string;
  summary?: string;
  parameters?: Parameter[];
  requestBody?: Reference & { content?: Record<string, MediaType> };
}

/** The part of a bundled OpenAPI document that is read here; the linter has seen to its shape. */
export interface Description {
  paths?: Record<string, Record<string, unknown>>;
}

const methods = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

/**
 * The first operation in the description that has an example of its request body.
 *
 * @throws {Error} when no operation has one
 */
export function firstRequestExample(description: Description): RequestExample {
  for (const pathItem of Object.values(description.paths ?? {})) {
    for (const [method, value] of Object.entries(pathItem)) {
      if (!methods.has(method)) continue;
      const operation = value as Operation; // Which is what OpenAPI has under a method's name.
      if (operation.operationId === undefined) continue;
      const body = bodyExample(description, operation);
      if (body === undefined) continue;
      return {
        operationId: operation.operationId,
        summary: operation.summary ?? operation.operationId,
        input: { ...parameterExamples(description, operation), ...body },
      };
    }
  }
  throw new Error(
    "No operation in the description has an example of its request. Add one under spec/ and run this again.",
  );
}

function bodyExample(description: Description, operation: Operation): Record<string, unknown> | undefined {
  const requestBody = operation.requestBody && resolve(description, operation.requestBody);
  const [mediaType] = Object.values(requestBody?.content ?? {});
  const value = mediaType && exampleValue(description, mediaType);
  return isObject(value) ? value : undefined;
}

function parameterExamples(description: Description, operation: Operation): Record<string, unknown> {
  const inPathOrQuery = (operation.parameters ?? [])
    .map((parameter) => resolve(description, parameter))
    .filter((parameter) => parameter.in === "path" || parameter.in === "query")
    .map((parameter) => {
      const schema = parameter.schema && resolve(description, parameter.schema);
      return [
        parameter.name,
        exampleValue(description, parameter) ?? schema?.example ?? schema?.examples?.[0],
      ];
    });
  return Object.fromEntries(inPathOrQuery.filter(([, value]) => value !== undefined));
}

function exampleValue(description: Description, { example, examples }: MediaType): unknown {
  const [first] = Object.values(examples ?? {});
  return example ?? (first && resolve(description, first).value);
}

/** Follows references within the document (RFC 6901), the only kind that a bundle has. */
function resolve<Value extends Reference>(description: Description, value: Value): Value {
  if (value.$ref === undefined) return value;
  const names = value.$ref.slice("#/".length).split("/");
  let target: unknown = description;
  for (const name of names) {
    const key = decodeURIComponent(name).replaceAll("~1", "/").replaceAll("~0", "~");
    target = isObject(target) ? target[key] : undefined;
  }
  if (target === undefined)
    throw new Error(`The description refers to ${value.$ref}, which it does not have.`);
  // A reference stands where a Value may stand, and the linter has checked what it refers to.
  return resolve(description, target as Value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
