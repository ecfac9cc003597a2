import { readFileSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { serveSandbox } from "../../src/node/serve.ts";
import { createSandbox } from "../../src/visitors/index.ts";
import { OTHER_METHOD, putRequest } from "../support/described-answers.ts";
import { answerOf, describedSandbox, SEED_REQUEST, SEED_RESPONSE } from "./described.ts";

// The seed's response says that the visitor was updated at this second.
const now = () => 1712223171_000;

const server = await serveSandbox(createSandbox({ now }), { port: 0 });
afterAll(() => server.close());

test("the documented request gets the documented response, in-process", async () => {
  const { put } = describedSandbox({ now });
  const { status, body } = await put(SEED_REQUEST);
  expect(status).toBe(200);
  expect(body).toEqual(SEED_RESPONSE);
});

test("the documented request gets the documented response byte for byte, over a socket", async () => {
  const response = await fetch(`${server.url}/visitors`, putRequest(SEED_REQUEST));
  expect(response.status).toBe(200);
  expect(await response.text()).toBe(JSON.stringify(SEED_RESPONSE));
});

test("every documented example request gets a success", async () => {
  const { put } = describedSandbox();
  const description = JSON.parse(readFileSync(new URL(import.meta.resolve("@visitors-api/spec")), "utf8"));
  const { examples } = description.paths["/visitors"].put.requestBody.content["application/json"];
  for (const { $ref } of Object.values<{ $ref: string }>(examples)) {
    const { value } = description.components.examples[$ref.split("/").at(-1) ?? ""];
    expect((await put(value)).status).toBe(200);
  }
});

test("over a socket every answer is as described too", async () => {
  const url = `${server.url}/visitors`;
  expect((await answerOf(fetch(url, putRequest({ id: "unknown" })))).status).toBe(404);
  expect((await answerOf(fetch(url, putRequest({}, { authorization: "" })))).status).toBe(401);
  expect((await answerOf(fetch(url, putRequest("{")))).status).toBe(400);
  expect((await answerOf(fetch(url, { method: OTHER_METHOD }))).status).toBe(405);
  expect((await answerOf(fetch(`${server.url}/nothing`))).status).toBe(404);
});
