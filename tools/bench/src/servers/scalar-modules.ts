import { pathToFileURL } from "node:url";
import { packageFile } from "../harness/packages.ts";

/** What @scalar/mock-server is imported from, which is not installed beside the benchmarks. */
export function mockServerModule(): string {
  return pathToFileURL(packageFile("@scalar/mock-server", "dist/index.js")).href;
}

/** The same of what its documentation serves it with. */
export function nodeServerModule(): string {
  return pathToFileURL(packageFile("@hono/node-server", "dist/index.mjs")).href;
}
