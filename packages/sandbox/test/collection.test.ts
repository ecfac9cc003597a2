import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Collection, CreateCollection, Item } from "../src/index.ts";
import { sqliteStore } from "../src/node/index.ts";
import { MemoryCollection } from "../src/state/memory-collection.ts";
import { NOTES } from "./notes/domain.ts";
import { temporaryFolder } from "./support/folder.ts";

const ADA = { id: "1", slug: "ada", name: "Ada" };
const BOB = { id: "2", slug: "bob", name: "Bob" };
const NOBODY = { id: "3" };

const KINDS: [string, () => CreateCollection][] = [
  ["in memory", () => (definition, start) => new MemoryCollection(definition, start)],
  ["in a file", () => sqliteStore(join(temporaryFolder(), "notes.db"))],
];

describe.each(KINDS)("the items of a collection %s", (_, create) => {
  function collectionOf(...start: Item[]): Collection {
    const collection = create()(NOTES, start);
    onTestFinished(() => collection.close());
    return collection;
  }
  const all = async (collection: Collection) => (await collection.list(0, 1000)).items;

  test("are found by id and by slug, and the id counts", async () => {
    const collection = collectionOf(ADA, BOB, NOBODY);
    expect(await collection.get({ id: "1" })).toEqual(ADA);
    expect(await collection.get({ slug: "bob" })).toEqual(BOB);
    expect(await collection.get({ id: "1", slug: "bob" })).toEqual(ADA);
    expect(await collection.get({ id: "ada" })).toBeUndefined();
    expect(await collection.get({})).toBeUndefined();
  });

  test("change through an update, and through nothing else", async () => {
    const start = { ...ADA, details: { a: 1 } };
    const collection = collectionOf(start);
    const changed = await collection.update({ slug: "ada" }, (item) => ({ ...item, name: "Ida" }));
    expect(changed).toMatchObject({ name: "Ida" });
    start.details.a = 2;
    // What a collection hands out is frozen, or a copy.
    for (const handedOut of [changed, await collection.get({ id: "1" })]) {
      Reflect.set(Object(handedOut?.["details"]), "a", 3);
    }
    expect(await all(collection)).toEqual([{ ...ADA, name: "Ida", details: { a: 1 } }]);
  });

  test("are listed in the order they were added in, page by page", async () => {
    const collection = collectionOf(...Array.from({ length: 7 }, (_, n) => ({ id: `v${n}` })));
    const ids: string[] = [];
    const sizes: number[] = [];
    for (let next: number | undefined = 0; next !== undefined; ) {
      const page = await collection.list(next, 3);
      ids.push(...page.items.map(({ id }) => String(id)));
      sizes.push(page.items.length);
      next = page.next;
    }
    expect(ids).toEqual(["v0", "v1", "v2", "v3", "v4", "v5", "v6"]);
    expect(sizes).toEqual([3, 3, 1]);
    expect(await collection.count()).toBe(7);
  });

  test("of a last page that is full have no next one", async () => {
    expect((await collectionOf(ADA, BOB).list(0, 2)).next).toBeUndefined();
  });

  test("take the place of those with the same id, and give up the slug they had", async () => {
    const collection = collectionOf(ADA, BOB);
    await collection.put([{ id: "1", slug: "countess" }, NOBODY]);
    expect(await all(collection)).toEqual([{ id: "1", slug: "countess" }, BOB, NOBODY]);
    expect(await collection.get({ slug: "ada" })).toBeUndefined();
    expect(await collection.get({ slug: "countess" })).toMatchObject({ id: "1" });
  });

  test("may exchange their slugs in one step", async () => {
    const collection = collectionOf(ADA, BOB);
    await collection.put([
      { id: "1", slug: "bob" },
      { id: "2", slug: "ada" },
    ]);
    expect(await collection.get({ slug: "bob" })).toMatchObject({ id: "1" });
    expect(await collection.get({ slug: "ada" })).toMatchObject({ id: "2" });
  });

  test("are not added when one of them has the slug of an item that stays", async () => {
    const collection = collectionOf(ADA);
    const adding = collection.put([NOBODY, { id: "9", slug: "ada" }]);
    await expect(adding).rejects.toThrow('note "1" has this slug already');
    await expect(adding).rejects.toMatchObject({ name: "KeyTakenError", index: 1, key: "slug" });
    expect(await all(collection)).toEqual([ADA]);
  });

  test("are those of the start again after a reset", async () => {
    const collection = collectionOf(ADA, BOB);
    await collection.update({ id: "2" }, (item) => ({ ...item, name: "Rob" }));
    await collection.put([{ id: "1", slug: "countess" }, NOBODY]);
    await collection.reset();
    expect(await all(collection)).toEqual([ADA, BOB]);
    expect(await collection.get({ slug: "ada" })).toEqual(ADA);
    expect(await collection.get({ slug: "countess" })).toBeUndefined();
  });

  test("lose no update when many come at once", async () => {
    const collection = collectionOf({ id: "1", count: 0 });
    const updates = Array.from({ length: 100 }, () =>
      collection.update({ id: "1" }, (item) => ({ ...item, count: Number(item["count"]) + 1 })),
    );
    const counts = (await Promise.all(updates)).map((item) => item?.["count"]);
    expect(counts).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
    expect(await collection.get({ id: "1" })).toEqual({ id: "1", count: 100 });
  });

  test("stay as they are when a change fails, and those that came with it do not", async () => {
    const collection = collectionOf(ADA, BOB);
    const failing = collection.update({ id: "1" }, () => {
      throw new Error("no change");
    });
    const other = collection.update({ id: "2" }, (item) => ({ ...item, name: "Rob" }));
    const unknown = collection.update({ id: "9" }, (item) => item);
    await expect(failing).rejects.toThrow("no change");
    expect(await other).toMatchObject({ name: "Rob" });
    expect(await unknown).toBeUndefined();
    expect(await all(collection)).toEqual([ADA, { ...BOB, name: "Rob" }]);
  });

  test("keep every character and every property, described or not", async () => {
    const strange = {
      id: "'; DROP TABLE notes; --",
      name: "\u0000 \u{1F600} \u2028",
      extra: { deep: [null, 1.5] },
    };
    const collection = collectionOf(strange);
    const changed = await collection.update({ id: strange.id }, (item) => ({ ...item, other: "" }));
    expect(changed).toEqual({ ...strange, other: "" });
    expect(await collection.get({ id: strange.id })).toEqual(changed);
  });
});

test("a file keeps several collections, each with its own items", async () => {
  const create = sqliteStore(join(temporaryFolder(), "several.db"));
  const tags = { name: "tags", itemName: "tag", schema: "Tag", keys: ["name"] } as const;
  const [noted, tagged] = [create(NOTES, [ADA]), create(tags, [{ name: "a" }])];
  onTestFinished(() => noted.close());
  onTestFinished(() => tagged.close());
  await tagged.put([{ name: "b" }]);
  expect((await tagged.list(0, 10)).items).toEqual([{ name: "a" }, { name: "b" }]);
  expect((await noted.list(0, 10)).items).toEqual([ADA]);
});
