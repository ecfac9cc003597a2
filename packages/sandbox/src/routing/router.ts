import type { Operation } from "@visitors-api/openapi";
import { type MatchFunction, match, type Token } from "path-to-regexp";

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
 * everywhere.
 */
export class Router {
  readonly #concrete = new Map<string, PathItem>();
  readonly #templated: PathItem[] = [];
  readonly #basePaths: readonly string[];

  constructor(operations: readonly Operation[], basePaths: readonly string[] = []) {
    this.#basePaths = basePaths;
    const paths = [...new Set(operations.map(({ path }) => path))].sort(compareSpecificity);
    for (const path of paths) {
      const ofPath = operations.filter((operation) => operation.path === path);
      const item = {
        operations: new Map(ofPath.map((operation) => [operation.method.toUpperCase(), operation])),
        match: matcherOf(path),
      };
      if (path.includes("{")) this.#templated.push(item);
      else this.#concrete.set(encodeURI(path), item);
    }
  }

  /** @param path The path of the URL, percent-encoded. */
  find(method: string, path: string): Routing {
    const routing = this.#findBelowRoot(method, path);
    if (routing !== undefined) return routing;
    // A client made for a server at /v1 works whether its base URL here ends in /v1 or not.
    const basePath = this.#basePaths.find((base) => path.startsWith(`${base}/`));
    return basePath === undefined ? undefined : this.#findBelowRoot(method, path.slice(basePath.length));
  }

  #findBelowRoot(method: string, path: string): Routing {
    const concrete = this.#concrete.get(path);
    if (concrete) return routeOf(concrete, method, {});
    for (const item of this.#templated) {
      const found = item.match(path);
      if (found) return routeOf(item, method, found.params);
    }
    return undefined;
  }
}

function routeOf(item: PathItem, method: string, pathParameters: Route["pathParameters"]): Routing {
  const operation =
    item.operations.get(method) ?? (method === "HEAD" ? item.operations.get("GET") : undefined);
  if (operation) return { operation, pathParameters };
  const methods = [...item.operations.keys()];
  const answered = methods.includes("GET") ? [...methods, "HEAD", "OPTIONS"] : [...methods, "OPTIONS"];
  return { allow: [...new Set(answered)] };
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
          : { type: "text", value: encodeURI(part) },
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
