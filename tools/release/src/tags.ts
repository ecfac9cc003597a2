import { appendFileSync } from "node:fs";

/**
 * Writes down which tags are new, where changesets/action 2 has asked for it with `CHANGESETS_OUTPUT`: it pushes them, and
 * makes a release of each. One line of JSON for each, as the commands of changesets themselves write.
 */
export function recordTags(tags: readonly { readonly tag: string; readonly packageName: string }[]): void {
  const file = process.env["CHANGESETS_OUTPUT"];
  if (!file) return;
  appendFileSync(file, tags.map((tag) => `${JSON.stringify({ type: "git-tag", ...tag })}\n`).join(""));
}
