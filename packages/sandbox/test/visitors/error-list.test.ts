import { expect, test } from "vitest";
import { createSandbox } from "../../src/visitors/index.ts";
import { describing } from "../support/describing.ts";
import { describedSandbox, SEED_REQUEST } from "./described.ts";

const { put } = describedSandbox();

test("a mistake has the code of Intercom's public list", async () => {
  // https://developers.intercom.com/docs/references/rest-api/errors/error-codes
  expect((await put({ name: 5 })).body).toMatchObject({
    type: "error.list",
    errors: [
      { code: "parameter_not_found", message: "id or user_id is required", field: "id" },
      { code: "parameter_invalid", message: "name must be a string, not a number", field: "name" },
    ],
  });
});

test("the errors that the description documents have their own words", async () => {
  const unauthorized = await put(SEED_REQUEST, { authorization: "" });
  expect(unauthorized.body.errors).toEqual([{ code: "unauthorized", message: "Access Token Invalid" }]);
  expect((await put({ id: "unknown" })).body.errors).toEqual([
    { code: "not_found", message: "Visitor Not Found" },
  ]);
  const limited = await put(SEED_REQUEST, { "x-sandbox-fault": "status=429" });
  expect(limited.body.errors?.[0]?.code).toBe("rate_limit_exceeded");
});

test.each(["0.9", "2.10.", "2.1O", "unstable"])(
  "a version that is not described is told with how Intercom's own client sets it: %s",
  async (version) => {
    const { status, body } = await put(SEED_REQUEST, { "intercom-version": version });
    expect(status).toBe(400);
    expect(body.errors?.[0]).toMatchObject({ code: "intercom_version_invalid", field: "Intercom-Version" });
    expect(body.errors?.[0]?.message).toMatch(
      /^Intercom-Version must be one of "1.0", .*"Unstable".*; in intercom-client, its option `version` sets it$/,
    );
    expect((await put(SEED_REQUEST, { "intercom-version": "Unstable" })).status).toBe(200);
  },
);

test("a list of errors is Intercom's in any description that has one", async () => {
  const text = { type: "string" };
  const object = (properties: object) => ({ type: "object", properties });
  const schema = object({
    type: { const: "error.list" },
    request_id: text,
    errors: { type: "array", items: object({ code: text, message: text, field: text }) },
  });
  const { fetch } = createSandbox({
    requestId: () => "id-1",
    description: describing("/", {
      parameters: [
        { name: "a", in: "query", required: true },
        { name: "b", in: "query", schema: { type: "integer" } },
      ],
      responses: { 400: { description: "", content: { "application/json": { schema } } } },
    }),
  });
  expect(await (await fetch("http://sandbox/?b=x")).json()).toEqual({
    type: "error.list",
    request_id: "id-1",
    errors: [
      { code: "parameter_not_found", message: "a is required", field: "a" },
      { code: "bad_request", message: expect.stringMatching(/^b must be an integer/), field: "b" },
    ],
  });
});
