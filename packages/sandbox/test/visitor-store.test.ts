import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { sqliteStore } from "../src/node/index.ts";
import { MemoryStore } from "../src/state/memory-store.ts";
import type { CreateStore, StoredVisitor, VisitorStore } from "../src/state/visitor-store.ts";
import { temporaryFolder } from "./support/folder.ts";

const ADA = { id: "1", user_id: "ada", name: "Ada" };
const BOB = { id: "2", user_id: "bob", name: "Bob" };
const NOBODY = { id: "3" };

const KINDS: [string, () => CreateStore][] = [
  ["in memory", () => (start) => new MemoryStore(start)],
  ["in a file", () => sqliteStore(join(temporaryFolder(), "visitors.db"))],
];

describe.each(KINDS)("visitors %s", (_, create) => {
  function storeOf(...start: StoredVisitor[]): VisitorStore {
    const store = create()(start);
    onTestFinished(() => store.close());
    return store;
  }
  const all = async (store: VisitorStore) => (await store.list(0, 1000)).visitors;

  test("are found by id and by user_id, and the id counts", async () => {
    const store = storeOf(ADA, BOB, NOBODY);
    expect(await store.get({ id: "1" })).toEqual(ADA);
    expect(await store.get({ user_id: "bob" })).toEqual(BOB);
    expect(await store.get({ id: "1", user_id: "bob" })).toEqual(ADA);
    expect(await store.get({ id: "ada" })).toBeUndefined();
    expect(await store.get({})).toBeUndefined();
  });

  test("change through an update, and through nothing else", async () => {
    const start = { ...ADA, custom_attributes: { a: 1 } };
    const store = storeOf(start);
    const changed = await store.update({ user_id: "ada" }, (v) => ({ ...v, name: "Ida" }));
    expect(changed).toMatchObject({ name: "Ida" });
    start.custom_attributes.a = 2;
    // What a store hands out is frozen, or a copy.
    for (const handedOut of [changed, await store.get({ id: "1" })]) {
      Reflect.set(handedOut?.custom_attributes ?? {}, "a", 3);
    }
    expect(await all(store)).toEqual([{ ...ADA, name: "Ida", custom_attributes: { a: 1 } }]);
  });

  test("are listed in the order they were added in, page by page", async () => {
    const store = storeOf(...Array.from({ length: 7 }, (_, n) => ({ id: `v${n}` })));
    const ids: string[] = [];
    const sizes: number[] = [];
    for (let next: number | undefined = 0; next !== undefined; ) {
      const page = await store.list(next, 3);
      ids.push(...page.visitors.map(({ id }) => id ?? ""));
      sizes.push(page.visitors.length);
      next = page.next;
    }
    expect(ids).toEqual(["v0", "v1", "v2", "v3", "v4", "v5", "v6"]);
    expect(sizes).toEqual([3, 3, 1]);
    expect(await store.count()).toBe(7);
  });

  test("of a last page that is full have no next one", async () => {
    expect((await storeOf(ADA, BOB).list(0, 2)).next).toBeUndefined();
  });

  test("take the place of those with the same id, and give up the user_id they had", async () => {
    const store = storeOf(ADA, BOB);
    await store.put([{ id: "1", user_id: "countess" }, NOBODY]);
    expect(await all(store)).toEqual([{ id: "1", user_id: "countess" }, BOB, NOBODY]);
    expect(await store.get({ user_id: "ada" })).toBeUndefined();
    expect(await store.get({ user_id: "countess" })).toMatchObject({ id: "1" });
  });

  test("may exchange their user_ids in one step", async () => {
    const store = storeOf(ADA, BOB);
    await store.put([
      { id: "1", user_id: "bob" },
      { id: "2", user_id: "ada" },
    ]);
    expect(await store.get({ user_id: "bob" })).toMatchObject({ id: "1" });
    expect(await store.get({ user_id: "ada" })).toMatchObject({ id: "2" });
  });

  test("are not added when one of them has the user_id of a visitor that stays", async () => {
    const store = storeOf(ADA);
    const adding = store.put([NOBODY, { id: "9", user_id: "ada" }]);
    await expect(adding).rejects.toThrow('visitor "1" has this user_id already');
    await expect(adding).rejects.toMatchObject({ name: "UserIdTakenError", index: 1 });
    expect(await all(store)).toEqual([ADA]);
  });

  test("are those of the start again after a reset", async () => {
    const store = storeOf(ADA, BOB);
    await store.update({ id: "2" }, (v) => ({ ...v, name: "Rob" }));
    await store.put([{ id: "1", user_id: "countess" }, NOBODY]);
    await store.reset();
    expect(await all(store)).toEqual([ADA, BOB]);
    expect(await store.get({ user_id: "ada" })).toEqual(ADA);
    expect(await store.get({ user_id: "countess" })).toBeUndefined();
  });

  test("lose no update when many come at once", async () => {
    const store = storeOf({ id: "1", session_count: 0 });
    const updates = Array.from({ length: 100 }, () =>
      store.update({ id: "1" }, (v) => ({ ...v, session_count: (v.session_count ?? 0) + 1 })),
    );
    const counts = (await Promise.all(updates)).map((visitor) => visitor?.session_count);
    expect(counts).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
    expect(await store.get({ id: "1" })).toEqual({ id: "1", session_count: 100 });
  });

  test("stay as they are when a change fails, and those that came with it do not", async () => {
    const store = storeOf(ADA, BOB);
    const failing = store.update({ id: "1" }, () => {
      throw new Error("no change");
    });
    const other = store.update({ id: "2" }, (v) => ({ ...v, name: "Rob" }));
    const unknown = store.update({ id: "9" }, (v) => v);
    await expect(failing).rejects.toThrow("no change");
    expect(await other).toMatchObject({ name: "Rob" });
    expect(await unknown).toBeUndefined();
    expect(await all(store)).toEqual([ADA, { ...BOB, name: "Rob" }]);
  });

  test("keep every character and every property, described or not", async () => {
    const strange = {
      id: "'; DROP TABLE visitors; --",
      name: "\u0000 \u{1F600} \u2028",
      extra: { deep: [null, 1.5] },
    };
    const store = storeOf(strange);
    const changed = await store.update({ id: strange.id }, (v) => ({ ...v, pseudonym: "" }));
    expect(changed).toEqual({ ...strange, pseudonym: "" });
    expect(await store.get({ id: strange.id })).toEqual(changed);
  });
});
