import { ApiError, createClient } from "@visitors-api/client";
import { createSandbox } from "@visitors-api/sandbox";
import { describe, expect, test } from "vitest";
import { describedOperations } from "../support/description.ts";

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
  const input = Object.values(operation.requests)[0];
  const headers = { Prefer: `code=${concrete(status)}, example=${name}` };

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

function isUuid(value: unknown): boolean {
  return typeof value === "string" && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(value);
}
