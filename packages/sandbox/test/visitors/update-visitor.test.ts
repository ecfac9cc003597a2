import { expect, test } from "vitest";
import { describedSandbox, SEED_RESPONSE } from "./described.ts";

const id = SEED_RESPONSE["id"];
const user_id = SEED_RESPONSE["user_id"];

test("finds a visitor by user_id", async () => {
  const { put } = describedSandbox();
  const { status, body } = await put({ user_id, name: "By user_id" });
  expect(status).toBe(200);
  expect(body).toMatchObject({ id, user_id, name: "By user_id" });
});

test("takes the id when both are given, and leaves the user_id as it is", async () => {
  const { put } = describedSandbox();
  expect((await put({ id, user_id: "another" })).body).toMatchObject({ id, user_id });
  expect((await put({ id: "unknown", user_id })).status).toBe(404);
});

test("changes the name and remembers it", async () => {
  const { put } = describedSandbox();
  await put({ id, name: "Somebody else" });
  expect((await put({ user_id })).body["name"]).toBe("Somebody else");
});

test("leaves alone what the request leaves out", async () => {
  const { put } = describedSandbox({ now: () => 1712223171_000 });
  expect((await put({ id })).body).toEqual(SEED_RESPONSE);
});

test("merges custom attributes into those there are", async () => {
  const { put } = describedSandbox();
  await put({ id, custom_attributes: { plan: "free", seats: 3 } });
  await put({ id, custom_attributes: { plan: "paid", trial: false } });
  const { body } = await put({ id, name: "Any" });
  expect(body["custom_attributes"]).toEqual({ plan: "paid", seats: 3, trial: false });
});

test("advances updated_at to the second of the update", async () => {
  let now = 1800000000_999;
  const { put } = describedSandbox({ now: () => now });
  expect((await put({ id })).body["updated_at"]).toBe(1800000000);
  now += 60_000;
  expect((await put({ id })).body["updated_at"]).toBe(1800000060);
});

test("never turns updated_at back, even if the clock goes wrong", async () => {
  const { put } = describedSandbox({ now: () => 0 });
  expect((await put({ id })).body["updated_at"]).toBe(SEED_RESPONSE["updated_at"]);
});

test("ignores properties that are not described", async () => {
  const { put } = describedSandbox({ now: () => 1712223171_000 });
  expect((await put({ id, email: "other@example.com", anything: { at: ["all"] } })).body).toEqual(
    SEED_RESPONSE,
  );
});

test("keeps an attribute called __proto__ as an attribute, and no object gains anything by it", async () => {
  const { put, sandbox } = describedSandbox();
  const request = `{"id":"${id}","custom_attributes":{"__proto__":"x","constructor":"y"}}`;
  expect((await put(request)).status).toBe(200);
  const kept = await sandbox.fetch("http://sandbox/visitors", {
    method: "PUT",
    headers: { authorization: "Bearer any", "content-type": "application/json" },
    body: JSON.stringify({ id }),
  });
  expect(await kept.text()).toContain('"custom_attributes":{"__proto__":"x","constructor":"y"}');
  expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  expect((await put(`{"id":"${id}","custom_attributes":{"__proto__":{"polluted":true}}}`)).status).toBe(400);
  expect("polluted" in {}).toBe(false);
});

test("two sandboxes know nothing of each other", async () => {
  const one = describedSandbox();
  const other = describedSandbox();
  await one.put({ id, name: "Only here" });
  expect((await other.put({ id })).body["name"]).toBe(SEED_RESPONSE["name"]);
  expect(other.sandbox.requests).toHaveLength(1);
});

test("starts with the visitors it is given, and leaves those objects alone", async () => {
  const type = "visitor";
  const visitors = [
    { type, id: "1", user_id: "one", name: null },
    { type, id: "2" },
  ];
  const before = structuredClone(visitors);
  const { put } = describedSandbox({ visitors, now: () => 5000 });
  expect((await put({ user_id: "one", name: "First" })).body).toEqual({
    type,
    id: "1",
    user_id: "one",
    name: "First",
    custom_attributes: {},
    updated_at: 5,
  });
  expect((await put({ id: "2" })).status).toBe(200);
  expect((await put({ id })).status).toBe(404);
  expect(visitors).toEqual(before);
  for (const visitor of visitors) visitor.id = "changed by its owner";
  expect((await put({ id: "2" })).status).toBe(200);
});

test("updates that arrive together are all kept", async () => {
  const { put } = describedSandbox();
  await Promise.all(Array.from({ length: 50 }, (_, n) => put({ id, custom_attributes: { [`a${n}`]: n } })));
  expect(Object.keys((await put({ id })).body["custom_attributes"] ?? {})).toHaveLength(50);
});
