import type { Middleware } from "openapi-fetch";
import type { OperationEntry } from "../runtime/description.ts";
import { isIn, isJson } from "../runtime/media-types.ts";
import { isObject } from "./keywords/type.ts";
import type { StandardSchema } from "./standard-schema.ts";
import { ValidationError } from "./validation-error.ts";

/** The validators of an operation. */
export interface OperationSchemas {
  /** What its method takes. */
  readonly input: StandardSchema<unknown>;
  /** What its method returns. */
  readonly output: StandardSchema<unknown>;
  /** The same by status, where it hangs on that. */
  readonly outputs?: ByStatus;
  /** The bodies of its documented errors, where they are JSON. */
  readonly errors: ByStatus;
}

/** By status: `404`, `4XX` or `default`. */
export type ByStatus = Readonly<Record<string, StandardSchema<unknown>>>;

/**
 * Makes `validate` for an API.
 *
 * @param entries By the name of the operation's method, as the validators.
 */
export function validation(
  entries: Readonly<Record<string, OperationEntry>>,
  schemas: Readonly<Record<string, OperationSchemas>>,
): (what?: "requests" | "responses" | "both") => Middleware {
  const byRoute = new Map(
    Object.entries(entries).map(([name, entry]) => [
      entry.method + entry.path,
      schemas[name] && { name, entry, ...schemas[name] },
    ]),
  );

  return (what = "both") => ({
    async onRequest({ request, schemaPath, params }) {
      const operation = what === "responses" ? undefined : byRoute.get(request.method + schemaPath);
      if (!operation) return;
      const { name, entry, input } = operation;
      const parameters = { ...params.path, ...params.query, ...params.cookie };
      const body = isDescribed(request, entry) ? await json(request) : undefined;
      const { issues = [] } = input["~standard"].validate(flat(parameters, body, entry));
      // What a form or a file was made of cannot be told from it, so that only the parameters beside one are looked at.
      const isWhole = body !== undefined || request.body === null;
      const found = isWhole ? issues : issues.filter(({ path: [key] }) => isParameter(entry, key));
      if (found.length > 0) throw new ValidationError(name, "request", found);
    },
    async onResponse({ request, response, schemaPath }) {
      const operation = what === "requests" ? undefined : byRoute.get(request.method + schemaPath);
      if (!operation) return;
      const { ok, status } = response;
      const expected = ok ? success(operation, response) : byStatus(operation.errors, status);
      const body = expected && (await json(response));
      // One that is missing or no JSON is the client's to report.
      if (!expected || body === undefined) return;
      const { issues } = expected["~standard"].validate(body);
      if (issues) throw new ValidationError(operation.name, "response", issues, status);
    },
  });
}

/** Whether a request's body is JSON, and the one that its operation's validator knows: others are for a call to choose. */
function isDescribed({ headers }: Request, { body = "", bodies }: OperationEntry): boolean {
  return isJson(body) && (!bodies || isIn(headers.get("Content-Type") ?? "", body));
}

/** Undefined where a success is not read as JSON. */
function success(
  { entry: { response = "json" }, output, outputs }: OperationSchemas & { readonly entry: OperationEntry },
  { status, headers }: Response,
): StandardSchema<unknown> | undefined {
  const isRead =
    typeof response === "string" ? response.startsWith("json") : isJson(headers.get("Content-Type") ?? "");
  if (!isRead) return undefined;
  return outputs ? byStatus(outputs, status) : output;
}

/** OpenAPI 3.1 § 4.8.16: the exact status comes before its range, and that before the default. */
function byStatus(schemas: ByStatus, status: number): StandardSchema<unknown> | undefined {
  return schemas[status] ?? schemas[`${Math.floor(status / 100)}XX`] ?? schemas["default"];
}

/** A body that is JSON, unless it says that it is something else than text; undefined if it is not. Others can still read it. */
async function json(message: Request | Response): Promise<unknown> {
  const mediaType = message.headers.get("Content-Type");
  // It may be a stream without an end.
  if (mediaType && !isJson(mediaType) && !/^text\/(plain|html)\b/i.test(mediaType)) return undefined;
  try {
    // The client's own can be read as often as one likes.
    return JSON.parse(await (Object.hasOwn(message, "text") ? message : message.clone()).text());
  } catch {
    return undefined;
  }
}

/** The parts of a request as the one object that they were made of. */
function flat(parameters: object, body: unknown, { grouped }: OperationEntry): unknown {
  if (body === undefined) return parameters;
  if (grouped) return { ...parameters, body };
  return isObject(body) ? { ...parameters, ...body } : body;
}

function isParameter({ path, query, cookies }: OperationEntry, key: PropertyKey | undefined): boolean {
  const name = String(key);
  return path.includes(`{${name}}`) || query?.includes(name) === true || cookies?.includes(name) === true;
}
