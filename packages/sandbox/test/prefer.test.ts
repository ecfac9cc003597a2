import { expect, test } from "vitest";
import { describedSandbox, NOTE, NOTE_REQUEST } from "./notes/described.ts";
import { UUID } from "./support/described-answers.ts";

const { put } = describedSandbox({ now: () => 1712223171_000 });

test.each([
  ["a documented status", "code=404", 404, "not_found"],
  ["a status that falls under default", "code=503", 503, "service_unavailable"],
  ["a status and an example by name", "code=429, example=rateLimited", 429, "rate_limited"],
  [
    "a quoted name, in another case, among other preferences",
    'wait=5;x=y, CODE=429, Example="rateLimited"',
    429,
    "rate_limited",
  ],
  ["the first of two", "code=401, code=404", 401, "unauthorized"],
])("Prefer chooses %s", async (_, prefer, status, code) => {
  const answer = await put(NOTE_REQUEST, { prefer });
  expect(answer.status).toBe(status);
  expect(answer.body.errors?.[0]?.code).toBe(code);
  expect(answer.body["request_id"]).toMatch(UUID);
  expect(answer.headers.get("preference-applied")).toContain(`code=${status}`);
});

test("Prefer chooses an example of a success by name", async () => {
  const answer = await put(NOTE_REQUEST, { prefer: "example=updatedBySlug" });
  expect(answer.body).toEqual({ ...NOTE, labels: { urgent: true } });
  expect(answer.headers.get("preference-applied")).toBe('example="updatedBySlug"');
});

test("an answer that was asked for changes nothing", async () => {
  await put({ id: NOTE["id"], name: "Not kept" }, { prefer: "code=200" });
  expect((await put({ id: NOTE["id"] })).body).toEqual(NOTE);
});

test.each(["example=unknown", "code=200, example=notFound", "code=9", "respond-async", '=;,"', ""])(
  "a preference that cannot be met is ignored: %s",
  async (prefer) => {
    const answer = await put(NOTE_REQUEST, { prefer });
    expect(answer.status).toBe(200);
    expect(answer.headers.has("preference-applied")).toBe(false);
  },
);

test("a request that is refused is refused whatever it prefers", async () => {
  expect((await put({}, { prefer: "code=200" })).status).toBe(400);
  expect((await put(NOTE_REQUEST, { prefer: "code=200", authorization: "" })).status).toBe(401);
});
