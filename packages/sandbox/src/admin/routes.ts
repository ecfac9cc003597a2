import type { Description } from "../description/description.ts";
import type { Collections } from "../domain.ts";
import type { Received } from "../request/received.ts";
import { Refusal } from "../request/refusal.ts";
import type { Collection } from "../state/collection.ts";
import { readPage } from "./page.ts";
import { readSeed } from "./seed.ts";
import type { AdminSurroundings } from "./surroundings.ts";

export interface AdminCall extends AdminSurroundings {
  readonly description: Description;
  readonly received: Received;
}

/** @returns the body to answer with, as JSON. */
export type Perform = (call: AdminCall) => Promise<unknown>;

type Methods = Readonly<Record<string, Perform>>;

function methodsOfCollection(collection: Collection): Methods {
  const LIST: Perform = async ({ received }) => {
    const { start, limit } = readPage(received.url.searchParams);
    const { items, next } = await collection.list(start, limit);
    return {
      [collection.definition.name]: items,
      total: await collection.count(),
      next_cursor: next === undefined ? null : String(next),
    };
  };
  return { GET: LIST, HEAD: LIST };
}

function methodsOfItem(collection: Collection, parameter: string): Methods {
  const { itemName, keys } = collection.definition;
  const [first] = keys;
  const GET: Perform = async () => {
    const item = await collection.get({ [first]: parameter });
    if (item !== undefined) return item;
    throw new Refusal(404, [{ message: `No ${itemName} has this ${first}`, field: first }]);
  };
  return { GET, HEAD: GET };
}

/** How many items there are: of the only collection, or of each by its name. */
async function totals(collections: Collections): Promise<unknown> {
  const counts = await Promise.all(
    Object.entries(collections).map(async ([name, collection]) => [name, await collection.count()]),
  );
  return { total: counts.length === 1 ? counts[0]?.[1] : Object.fromEntries(counts) };
}

const RESET: Perform = async ({ collections, restart }) => {
  for (const collection of Object.values(collections)) await collection.reset();
  restart();
  return totals(collections);
};

const SEED: Perform = async ({ description, collections, described, received }) => {
  await readSeed(received, description, described, collections);
  return totals(collections);
};

const REQUESTS: Perform = async ({ requests }) => ({ requests: requests() });

/** Whether the sandbox is up, for what starts it and waits, or restarts it: that has no credential. */
export const HEALTH: Perform = async () => ({ status: "ok" });

const OWN: Readonly<Record<string, Methods>> = {
  health: { GET: HEALTH, HEAD: HEALTH },
  reset: { POST: RESET },
  seed: { POST: SEED },
  requests: { GET: REQUESTS, HEAD: REQUESTS },
};

/**
 * Finds what answers a request: of the sandbox itself, or of one of its collections.
 *
 * @param path Below the prefix, percent-encoded.
 * @throws Refusal 404 or 405.
 */
export function findRoute(collections: Collections, method: string, path: string): Perform {
  const methods = methodsAt(collections, path);
  if (methods === undefined) throw new Refusal(404);
  const perform = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (perform === undefined) throw new Refusal(405, [], { allow: Object.keys(methods).join(", ") });
  return perform;
}

function methodsAt(collections: Collections, path: string): Methods | undefined {
  const [, name = "", parameter, ...others] = path.split("/").map(decoded);
  if (others.length > 0 || parameter === "") return undefined;
  if (parameter === undefined && Object.hasOwn(OWN, name)) return OWN[name];
  const collection = Object.hasOwn(collections, name) ? collections[name] : undefined;
  if (collection === undefined) return undefined;
  return parameter === undefined ? methodsOfCollection(collection) : methodsOfItem(collection, parameter);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Refusal(404);
  }
}
