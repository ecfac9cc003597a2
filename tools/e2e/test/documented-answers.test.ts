import { ApiError } from "@visitors-api/client";
import { responseFor } from "@visitors-api/openapi";
import { exampleRequest, toRequest } from "@visitors-api/openapi/example-request";
import { createSandbox } from "@visitors-api/sandbox";
import { describe, expect, test } from "vitest";
import { description, methodOf } from "../support/description.ts";
import { callExample, exampleClient } from "../support/example-client.ts";
import { problemsOf } from "../support/schema.ts";

const answers = description.operations.flatMap((operation) =>
  operation.responses.flatMap(({ status, content }) =>
    content.flatMap((media) =>
      media.examples.map(({ name, value }) => ({
        ...{ operation, method: methodOf(operation), status, media, name, value },
        prefer: `code=${concrete(status)}${name && `, example=${name}`}`,
      })),
    ),
  ),
);

/** A status that an answer documented for `default` or a range can have. */
function concrete(status: string): number {
  return Number(status === "default" ? 418 : status.replaceAll("X", "0"));
}

describe.each(answers)("$method, $status, example $name", (answer) => {
  const { operation, method, status, media, value, prefer } = answer;
  const call = () =>
    callExample(exampleClient({ fetch: createSandbox().fetch, retries: 0 }), operation, prefer);

  test("is sent with the status, the media type and a body of the schema that are described", async () => {
    const request = toRequest(exampleRequest(description, operation));
    request.headers.set("Prefer", prefer);

    const response = await createSandbox().fetch(request);

    expect(response.status).toBe(concrete(status));
    expect(response.headers.get("content-type")).toBe(media.name);
    const body = media.kind === "json" ? await response.json() : await response.text();
    expect(problemsOf(media.schema ?? true, body)).toBe("");
  });

  if (status.startsWith("2")) {
    test("reaches the caller as it is documented", async () => {
      expect(await call()).toEqual(value);
    });
  } else {
    test("is thrown as an error with the documented body", async () => {
      const error = await call().catch((reason: unknown) => reason);

      expect(error).toBeInstanceOf(ApiError);
      expect(error).toMatchObject({ status: concrete(status), operation: method });
      // A request's id is its own.
      const { requestId } = error as ApiError;
      const expected = JSON.parse(JSON.stringify(value), (_, part) => (isUuid(part) ? requestId : part));
      expect((error as ApiError).body).toEqual(expected);
    });
  }
});

test("every documented status of every operation can be asked for", async () => {
  const sandbox = createSandbox();
  for (const operation of description.operations) {
    for (const { status } of operation.responses) {
      const request = toRequest(exampleRequest(description, operation));
      request.headers.set("Prefer", `code=${concrete(status)}`);

      const response = await sandbox.fetch(request);

      expect(response.status).toBe(concrete(status));
      const types = responseFor(operation.responses, response.status)?.content.map(({ name }) => name) ?? [];
      if (types.length > 0) expect(types).toContain(response.headers.get("content-type"));
    }
  }
});

function isUuid(value: unknown): boolean {
  return typeof value === "string" && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(value);
}
