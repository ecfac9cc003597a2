import { ApiError, createClient } from "@visitors-api/client";
import { createSandbox } from "@visitors-api/sandbox";
import { describe, expect, test } from "vitest";
import { describedOperations, responseContent } from "../support/description.ts";
import { exampleRequest, toRequest } from "../support/example-request.ts";
import { problemsOf } from "../support/schema.ts";

type Method = (input: unknown, options?: object) => Promise<unknown>;

const answers = describedOperations().flatMap((operation) =>
  Object.entries(operation.responses).flatMap(([status, examples]) =>
    Object.entries(examples).map(([name, body]) => ({ operation, status, name, body })),
  ),
);

/** A status that an answer documented for `default` or a range can have. */
function concrete(status: string): number {
  return Number(status === "default" ? 418 : status.replaceAll("X", "0"));
}

describe.each(answers)("$operation.name, $status, example $name", ({ operation, status, name, body }) => {
  const client = createClient({ token: "any", fetch: createSandbox().fetch, retries: 0 });
  const call = (client as unknown as Record<string, Method>)[operation.name];
  const required = operation.parameters.filter((parameter) => parameter.required);
  const input = {
    ...Object.fromEntries(required.map((parameter) => [parameter.name, parameter.example])),
    ...Object(Object.values(operation.requests)[0]),
  };
  const headers = { Prefer: `code=${concrete(status)}, example=${name}` };

  test("is sent with the status, the media type and a body of the schema that are described", async () => {
    const request = toRequest(exampleRequest(operation));
    request.headers.set("Prefer", headers.Prefer);

    const response = await createSandbox().fetch(request);

    expect(response.status).toBe(concrete(status));
    const { schema } =
      responseContent(operation, response.status)[String(response.headers.get("content-type"))] ?? {};
    expect(schema, "the media type is not described").toBeDefined();
    expect(problemsOf(schema ?? {}, await response.json())).toBe("");
  });

  if (status.startsWith("2")) {
    test("reaches the caller as it is documented", async () => {
      expect(await call?.(input, { headers })).toEqual(body);
    });
  } else {
    test("is thrown as an error with the documented body", async () => {
      const error = await call?.(input, { headers }).catch((reason: unknown) => reason);

      expect(error).toBeInstanceOf(ApiError);
      expect(error).toMatchObject({ status: concrete(status), operation: operation.name });
      // A request's id is its own.
      const { requestId } = error as ApiError;
      const expected = JSON.parse(JSON.stringify(body), (_, value) => (isUuid(value) ? requestId : value));
      expect((error as ApiError).body).toEqual(expected);
    });
  }
});

test("every documented status of every operation can be asked for", async () => {
  const sandbox = createSandbox();
  for (const operation of describedOperations()) {
    for (const status of Object.keys(operation.responseContents)) {
      const request = toRequest(exampleRequest(operation));
      request.headers.set("Prefer", `code=${concrete(status)}`);

      const response = await sandbox.fetch(request);

      expect(response.status).toBe(concrete(status));
      const types = Object.keys(responseContent(operation, response.status));
      if (types.length > 0) expect(types).toContain(response.headers.get("content-type"));
    }
  }
});

function isUuid(value: unknown): boolean {
  return typeof value === "string" && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(value);
}
