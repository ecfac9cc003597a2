import type { Description } from "../description/description.ts";
import type { Received } from "../request/received.ts";
import { Refusal } from "../request/refusal.ts";
import { readPage } from "./page.ts";
import { readSeed } from "./seed.ts";
import type { AdminSurroundings } from "./surroundings.ts";

export interface AdminCall extends AdminSurroundings {
  readonly description: Description;
  readonly received: Received;
  /** What stands in the path in place of `{id}`, decoded. */
  readonly parameter: string;
}

/** @returns the body to answer with, as JSON. */
type Perform = (call: AdminCall) => Promise<unknown>;

const LIST: Perform = async ({ visitors, received }) => {
  const { start, limit } = readPage(received.url.searchParams);
  const page = await visitors.list(start, limit);
  return {
    visitors: page.visitors,
    total: await visitors.count(),
    next_cursor: page.next === undefined ? null : String(page.next),
  };
};

const GET: Perform = async ({ visitors, parameter }) => {
  const visitor = await visitors.get({ id: parameter });
  if (visitor === undefined) throw new Refusal(404, [{ message: `No visitor has this id`, field: "id" }]);
  return visitor;
};

const RESET: Perform = async ({ visitors, restart }) => {
  await visitors.reset();
  restart();
  return { total: await visitors.count() };
};

const SEED: Perform = async ({ description, visitors, received, checkVisitor }) => {
  await readSeed(received, description, checkVisitor, visitors);
  return { total: await visitors.count() };
};

const REQUESTS: Perform = async ({ requests }) => ({ requests: requests() });

const ROUTES: readonly { readonly path: RegExp; readonly methods: Readonly<Record<string, Perform>> }[] = [
  { path: /^\/visitors$/, methods: { GET: LIST, HEAD: LIST } },
  { path: /^\/visitors\/([^/]+)$/, methods: { GET, HEAD: GET } },
  { path: /^\/reset$/, methods: { POST: RESET } },
  { path: /^\/seed$/, methods: { POST: SEED } },
  { path: /^\/requests$/, methods: { GET: REQUESTS, HEAD: REQUESTS } },
];

/**
 * @param path Below the prefix, percent-encoded.
 * @throws Refusal 404 or 405.
 */
export function findRoute(method: string, path: string): { perform: Perform; parameter: string } {
  for (const { path: pattern, methods } of ROUTES) {
    const match = pattern.exec(path);
    if (match === null) continue;
    const perform = Object.hasOwn(methods, method) ? methods[method] : undefined;
    if (perform === undefined) throw new Refusal(405, [], { allow: Object.keys(methods).join(", ") });
    return { perform, parameter: decoded(match[1] ?? "") };
  }
  throw new Refusal(404);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Refusal(404);
  }
}
