import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ReleaseProblem } from "./problem.ts";

/** The first program that a user of the client meets: the first TypeScript sample of its README. */
export function quickStart(root: string): string {
  const readme = "packages/client/README.md";
  const [, code] = /^```ts\n(.*?)^```$/ms.exec(readFileSync(join(root, readme), "utf8")) ?? [];
  if (code === undefined) throw new ReleaseProblem(`${readme} has no sample in TypeScript.`);
  return code;
}
