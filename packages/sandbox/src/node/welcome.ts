import { basename } from "node:path";
import type { Description } from "../description/description.ts";
import type { VisitorKey } from "../state/visitor-store.ts";
import { curlLine } from "./curl.ts";

export interface Welcome {
  readonly description: Description;
  /** The version of the sandbox. */
  readonly version: string;
  readonly url: string;
  readonly token: string | undefined;
  /** One to try it with. */
  readonly visitor: VisitorKey | undefined;
  /** Absent when the visitors are in memory only. */
  readonly data: DataFile | undefined;
}

interface DataFile {
  readonly path: string;
  /** Whether it was made by this start. */
  readonly isNew: boolean;
  readonly visitors: number;
  /** The file that a reset goes back to. */
  readonly seed: string | undefined;
}

/** What to print when the sandbox is ready: where it is, and a line to try it with. */
export function welcome({ description, version, url, token, data, visitor }: Welcome): string {
  // Nothing can be sent to the address that stands for all of them.
  const reachable = url.replace("//0.0.0.0:", "//127.0.0.1:").replace("//[::]:", "//[::1]:");
  const curl = curlLine(description, reachable, token ?? "any", visitor);
  return [
    `${description.title || "API"} ${description.version}, sandbox ${version}`,
    `URL:   ${reachable}`,
    `Token: ${token ?? "any"}`,
    ...(data ? [`Data:  ${dataLine(data)}`] : []),
    ...(curl === undefined ? [] : [`Try:   ${curl}`]),
    "Stop with Ctrl-C.",
  ].join("\n");
}

function dataLine({ path, isNew, visitors, seed }: DataFile): string {
  const count = `${visitors} ${visitors === 1 ? "visitor" : "visitors"}`;
  if (isNew) return `${path}, new, with ${count}`;
  // Not to seed it again is what keeps the changes; who wants the seed instead is told how.
  const start = seed === undefined ? "the first visitors" : basename(seed);
  return `${path}, as it was left, with ${count}; POST /_sandbox/reset goes back to ${start}`;
}
