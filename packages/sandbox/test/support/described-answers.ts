import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { expect } from "vitest";

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // The tests look into bodies of every shape; what they expect of them says which.
  readonly body: Record<string, unknown> & { errors?: { code: string; message?: string; field?: string }[] };
}

interface Operation {
  readonly responses: Readonly<Record<string, object>>;
}

/** Reads answers, each of which must be one that an operation of a description has. */
export function describedAnswers(document: object, pointer: string, { responses }: Operation) {
  // Not the validator that the sandbox itself uses, so that the two check each other.
  const ajv = new Ajv2020({ strict: false, validateFormats: false }).addSchema(document, "description");

  function validatorFor(status: number): ValidateFunction {
    const key = Object.hasOwn(responses, status) ? String(status) : "default";
    const response = responses[key] ?? {};
    const place = "$ref" in response ? `${response.$ref}` : `${pointer}/responses/${key}`;
    const validate = ajv.getSchema(`description${place}/content/application~1json/schema`);
    if (validate === undefined) throw new Error(`No schema is described for ${status}`);
    return validate;
  }

  return async (pending: Promise<Response> | Response): Promise<Answer> => {
    const response = await pending;
    const { status, headers } = response;
    const body = await response.json();
    expect(headers.get("content-type")).toBe("application/json");
    const validate = validatorFor(status);
    expect(validate(body), ajv.errorsText(validate.errors)).toBe(true);
    return { status, headers, body };
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

/** A method that no description has an operation of (OpenAPI 3.1 § 4.8.9). */
export const OTHER_METHOD = "PROPFIND";

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
