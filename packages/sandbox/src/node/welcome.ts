import { basename } from "node:path";
import type { Description } from "../description/description.ts";
import type { Collections } from "../domain.ts";
import { curlLine } from "./curl.ts";

export interface Welcome {
  readonly description: Description;
  /** The version of the sandbox. */
  readonly version: string;
  readonly url: string;
  readonly token: string | undefined;
  readonly collections: Collections;
  /** Absent when they are in memory only. */
  readonly data: DataFile | undefined;
}

interface DataFile {
  readonly path: string;
  /** Whether it was made by this start. */
  readonly isNew: boolean;
  /** The file that a reset goes back to. */
  readonly seed: string | undefined;
}

/** What to print when the sandbox is ready: where it is, and a line to try it with. */
export async function welcome(shown: Welcome): Promise<string> {
  const { description, version, url, token, data, collections } = shown;
  // Nothing can be sent to the address that stands for all of them.
  const reachable = url.replace("//0.0.0.0:", "//127.0.0.1:").replace("//[::]:", "//[::1]:");
  const curl = await curlLine(description, reachable, token ?? "any", collections);
  return [
    `${description.title || "API"} ${description.version}, sandbox ${version}`,
    `URL:   ${reachable}`,
    `Token: ${token ?? "any"}`,
    ...(data ? [`Data:  ${await dataLine(data, collections)}`] : []),
    ...(curl === undefined ? [] : [`Try:   ${curl}`]),
    "Stop with Ctrl-C.",
  ].join("\n");
}

async function dataLine({ path, isNew, seed }: DataFile, collections: Collections): Promise<string> {
  if (Object.keys(collections).length === 0) return `${path} is not used, for this API keeps nothing`;
  const counts = Object.values(collections).map(async (collection) => {
    const { name, itemName } = collection.definition;
    const count = await collection.count();
    return `${count} ${count === 1 ? itemName : name}`;
  });
  const count = (await Promise.all(counts)).join(", ");
  if (isNew) return `${path}, new, with ${count}`;
  // Not to seed it again is what keeps the changes; who wants the seed instead is told how.
  const start = seed === undefined ? "what it started with" : basename(seed);
  return `${path}, as it was left, with ${count}; POST /_sandbox/reset goes back to ${start}`;
}
