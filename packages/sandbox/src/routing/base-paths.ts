import { basePath, type Server } from "@visitors-api/openapi";
import { normalizePath } from "./normalize-path.ts";

/** More of them than anybody writes down; a description that has more than these is not to cost more. */
const MOST = 1000;

/**
 * The path prefixes of servers, such as `/v1`, without a slash at the end: of a server with variables one for each of the values that
 * its path may have (OpenAPI 3.1 § 4.8.6). A server at the root has none.
 */
export function basePathsOf(servers: readonly Server[]): ReadonlySet<string> {
  const paths = servers.flatMap((server) => valuesOf(server).map((values) => basePath(server, values)));
  return new Set(paths.filter((path) => path !== "").map(normalizePath));
}

/** Every combination of what the variables in the path may be: their enum, or else their default. */
function valuesOf({ url, variables }: Server): Readonly<Record<string, string>>[] {
  const path = url.replace(/^(?:[^/?#]*:)?\/\/[^/]*/, "");
  let combinations: Readonly<Record<string, string>>[] = [{}];
  for (const [name, { enum: values }] of Object.entries(variables)) {
    if (values.length === 0 || !path.includes(`{${name}}`)) continue;
    combinations = combinations.flatMap((chosen) => values.map((value) => ({ ...chosen, [name]: value })));
    if (combinations.length > MOST) return [{}];
  }
  return combinations;
}
