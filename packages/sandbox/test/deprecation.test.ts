import { describe, expect, test } from "vitest";
import { createSandbox } from "../src/index.ts";

const documented = { "200": { description: "", headers: { Sunset: { example: "later" } } } };

function sandboxWith(operation: object, options: object = {}) {
  const description = {
    openapi: "3.1.0",
    info: { title: "Test", version: "1" },
    paths: {
      "/a": {
        get: {
          parameters: [{ name: "size", in: "query", schema: { type: "integer" } }],
          responses: { "200": { description: "" } },
          ...operation,
        },
      },
    },
  };
  return createSandbox({ description, ...options });
}

async function announced(operation: object, path = "/a", options: object = {}) {
  const { status, headers } = await sandboxWith(operation, options).fetch(`https://api.example${path}`);
  return [status, headers.get("deprecation"), headers.get("sunset")];
}

describe("each answer of a deprecated operation", () => {
  const days = { deprecated: true, "x-deprecated-since": "2026-11-30", "x-sunset": "2027-06-30" };
  const said = ["@1795996800", "Wed, 30 Jun 2027 00:00:00 GMT"];

  test("has Deprecation (RFC 9745) and Sunset (RFC 8594) by the days of the description", async () => {
    expect(await announced(days)).toEqual([200, ...said]);
    expect(await announced(days, "/a?size=large")).toEqual([400, ...said]);
    expect(await announced({ ...days, responses: documented })).toEqual([200, ...said]);
  });

  test("has them of the day that is known, and none where no day is", async () => {
    const { "x-deprecated-since": since, "x-sunset": sunset } = days;
    expect(await announced({ deprecated: true, "x-sunset": sunset })).toEqual([200, null, said[1]]);
    expect(await announced({ deprecated: true, "x-deprecated-since": since })).toEqual([200, said[0], null]);
    expect(await announced({ deprecated: true })).toEqual([200, null, null]);
  });

  test("has none of what is no day, comes in the wrong order, or is not deprecated", async () => {
    for (const sunset of ["soon", "2027-02-30", "2027-06-30T00:00:00Z", 2027, "2026-11-29"])
      expect(await announced({ ...days, "x-sunset": sunset })).toEqual([200, said[0], null]);
    expect(await announced({ ...days, deprecated: false })).toEqual([200, null, null]);
  });

  test("lets pages of other origins read them", async () => {
    const { headers } = await sandboxWith(days, { cors: true }).fetch("https://api.example/a");
    expect(headers.get("access-control-expose-headers")).toMatch(/\bdeprecation\b.*\bsunset\b/);
  });
});
