import { readDescription } from "@visitors-api/openapi";
import document from "@visitors-api/spec" with { type: "json" };
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { expect } from "vitest";
import { createSandbox, type SandboxOptions } from "../../src/visitors/index.ts";

// Not the validator that the sandbox itself uses, so that the two check each other.
const ajv = new Ajv2020({ strict: false, validateFormats: false }).addSchema(document, "description");

const visitors = document.paths["/visitors"].put;

/** The seed's request, of the page that the description is written from. */
export const SEED_REQUEST = visitorsExample("UpdateVisitorByIdRequest");
export const SEED_RESPONSE = visitorsExample("VisitorUpdatedById");

const methods = readDescription(document)
  .operations.filter(({ path }) => path === "/visitors")
  .map(({ method }) => method.toUpperCase());

/** The methods that the path of visitors has, as `Allow` names them (RFC 9110 § 10.2.1). */
export const ALLOWED_METHODS = [...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(
  ", ",
);

/** A method that no description has an operation of (OpenAPI 3.1 § 4.8.9). */
export const OTHER_METHOD = "PROPFIND";

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // The tests look into bodies of every shape; what they expect of them says which.
  readonly body: Record<string, unknown> & { errors?: { code: string; message?: string; field?: string }[] };
}

/** A sandbox that is asked to update a visitor, and each answer of which is checked against the description. */
export function describedSandbox(options: SandboxOptions = {}) {
  const sandbox = createSandbox({ strict: true, ...options });
  return {
    sandbox,
    put: (body: unknown, headers: Record<string, string> = {}) =>
      answerOf(sandbox.fetch("http://sandbox/visitors", putRequest(body, headers))),
  };
}

/** Text is sent as it is, anything else as JSON. */
export function putRequest(body: unknown, headers: Record<string, string> = {}): RequestInit {
  return {
    method: "PUT",
    headers: { authorization: "Bearer any", "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  };
}

export async function answerOf(pending: Promise<Response> | Response): Promise<Answer> {
  const response = await pending;
  const body = await response.json();
  expectDescribed(response.status, response.headers, body);
  return { status: response.status, headers: response.headers, body };
}

function expectDescribed(status: number, headers: Headers, body: unknown): void {
  expect(headers.get("content-type")).toBe("application/json");
  const validate = validatorFor(status);
  expect(validate(body), ajv.errorsText(validate.errors)).toBe(true);
}

function validatorFor(status: number): ValidateFunction {
  const key = Object.hasOwn(visitors.responses, status) ? String(status) : "default";
  const response: object = Reflect.get(visitors.responses, key);
  const pointer = "$ref" in response ? `${response.$ref}` : `#/paths/~1visitors/put/responses/${key}`;
  const validate = ajv.getSchema(`description${pointer}/content/application~1json/schema`);
  if (validate === undefined) throw new Error(`No schema is described for ${status}`);
  return validate;
}

function visitorsExample(name: keyof typeof document.components.examples): Record<string, unknown> {
  return structuredClone(document.components.examples[name].value);
}
