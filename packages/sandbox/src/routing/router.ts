import type { Operation } from "@visitors-api/openapi";
import { type MatchFunction, match, type Token } from "path-to-regexp";
import { basePathsOf } from "./base-paths.ts";
import { normalizeDescribed, normalizePath } from "./normalize-path.ts";

export interface Route {
  readonly operation: Operation;
  /** The path parameters as they stand in the URL, percent-encoded. */
  readonly pathParameters: Readonly<Partial<Record<string, string>>>;
}

/** What a method and a path lead to: a route, the methods there are in its place, or nothing. */
export type Routing = Route | { readonly allow: readonly string[] } | undefined;

interface PathItem {
  /** By method, in upper case. */
  readonly operations: Map<string, Operation>;
  readonly match: MatchFunction<Partial<Record<string, string>>>;
}

/**
 * Finds operations by method and path (OpenAPI 3.1 § 4.8.8.2): concrete paths before templated ones, and of two
 * templated ones the one that is concrete for longer. HEAD is answered wherever GET is (RFC 9110 § 9.1), and OPTIONS
 * everywhere. Paths that mean the same lead to the same (RFC 3986 § 6.2.2).
 */
export class Router {
  /** All that there are, of whatever path. */
  readonly methods: readonly string[];
  readonly #concrete = new Map<string, PathItem>();
  readonly #templated: PathItem[] = [];
  readonly #basePaths = new Map<Operation, ReadonlySet<string>>();
  /** Longest first, and the root last. */
  readonly #allBasePaths: readonly string[];

  constructor(operations: readonly Operation[]) {
    for (const operation of operations) this.#basePaths.set(operation, basePathsOf(operation.servers));
    const basePaths = new Set([...this.#basePaths.values()].flatMap((paths) => [...paths]));
    this.#allBasePaths = [...[...basePaths].sort((a, b) => b.length - a.length), ""];
    this.methods = allowed(operations.map(({ method }) => method.toUpperCase()));

    const paths = [...new Set(operations.map(({ path }) => path))].sort(compareSpecificity);
    for (const path of paths) {
      const ofPath = operations.filter((operation) => operation.path === path);
      const item = {
        operations: new Map(ofPath.map((operation) => [operation.method.toUpperCase(), operation])),
        match: matcherOf(path),
      };
      if (path.includes("{")) this.#templated.push(item);
      else this.#concrete.set(normalizeDescribed(path), item);
    }
  }

  /** @param path The path of the URL, percent-encoded: below one of an operation's servers, or without a server's path. */
  find(method: string, path: string): Routing {
    const normal = normalizePath(path);
    let other: Routing;
    for (const basePath of this.#allBasePaths) {
      if (!normal.startsWith(`${basePath}/`)) continue;
      const routing = this.#findBelow(basePath, method, normal.slice(basePath.length));
      if (routing && "operation" in routing) return routing;
      other ??= routing;
    }
    return other;
  }

  #findBelow(basePath: string, method: string, path: string): Routing {
    const concrete = this.#concrete.get(path);
    const routing = concrete && this.#routeOf(concrete, basePath, method, {});
    if (routing) return routing;
    for (const item of this.#templated) {
      const found = item.match(path);
      const routing = found && this.#routeOf(item, basePath, method, found.params);
      if (routing) return routing;
    }
    return undefined;
  }

  /** @returns undefined where none of the path's operations is below this path of a server. */
  #routeOf(
    item: PathItem,
    basePath: string,
    method: string,
    pathParameters: Route["pathParameters"],
  ): Routing {
    const { operations } = item;
    const operation = operations.get(method) ?? (method === "HEAD" ? operations.get("GET") : undefined);
    if (operation && this.#isBelow(basePath, operation)) return { operation, pathParameters };
    const methods = [...operations].flatMap(([name, one]) => (this.#isBelow(basePath, one) ? [name] : []));
    return methods.length === 0 ? undefined : { allow: allowed(methods) };
  }

  #isBelow(basePath: string, operation: Operation): boolean {
    return basePath === "" || this.#basePaths.get(operation)?.has(basePath) === true;
  }
}

/** The methods that are answered where there are operations of these. */
function allowed(methods: readonly string[]): string[] {
  return [...new Set([...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"])];
}

/** Hands the template over as tokens, so that no character of it can be taken for the matcher's own syntax. */
function matcherOf(path: string): PathItem["match"] {
  const tokens = path
    .split(/(\{[^{}]+\})/)
    .filter((part) => part !== "")
    .map(
      (part): Token =>
        part.startsWith("{") && part.endsWith("}")
          ? { type: "param", name: part.slice(1, -1) }
          : { type: "text", value: normalizeDescribed(part) },
    );
  try {
    return match({ tokens, originalPath: path }, { sensitive: true, trailing: false, decode: false });
  } catch (cause) {
    throw new Error(`The description has a path that cannot be matched: ${path}`, { cause });
  }
}

function compareSpecificity(a: string, b: string): number {
  const [left, right] = [a, b].map((path) => path.split("/").map(variability));
  for (const [index, variable] of (left ?? []).entries()) {
    const difference = variable - (right?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** 0 for a concrete segment, 1 for one with a parameter in a part of it, 2 for one that is a parameter. */
function variability(segment: string): number {
  if (!segment.includes("{")) return 0;
  return /^\{[^{}]+\}$/.test(segment) ? 2 : 1;
}
