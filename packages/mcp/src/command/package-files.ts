import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Api } from "../api.ts";

/** What the build has put beside the server. */
const folder = new URL("./", import.meta.url);

export function readApi(): Api {
  // The build has written it, as the type says.
  return JSON.parse(readFileSync(new URL("api.json", folder), "utf8")) as Api;
}

/** @param file As a resource of the API names it. */
export function readResource(file: string): Promise<string> {
  return readFile(new URL(`resources/${file}`, folder), "utf8");
}

export function version(): string {
  // The package's own package.json, which always has a version.
  return (JSON.parse(readFileSync(new URL("../package.json", folder), "utf8")) as { version: string })
    .version;
}
