import { publishedPackages } from "../packages.ts";
import { lastRelease } from "../releases.ts";
import { pendingChangesets } from "./changeset.ts";
import { entriesSinceRelease } from "./entries.ts";
import { gate } from "./gate.ts";

/** What a release of the pending changesets would leave users to find out for themselves, one line for each thing. */
export async function unsaidChanges(root: string): Promise<string[]> {
  const names = publishedPackages(root).map(({ name }) => name);
  const entries = await entriesSinceRelease(root);
  return gate(await pendingChangesets(root), entries, names);
}

/** The same as one text that ends with what to type; nothing when nothing is left unsaid. */
export async function unsaidReport(root: string): Promise<string | undefined> {
  const problems = await unsaidChanges(root);
  if (problems.length === 0) return undefined;
  const last = lastRelease(root);
  return [
    last
      ? `The description has changed since ${last.version}, and the pending changesets do not tell users so:`
      : "No description has been released, and the pending changesets say that one has changed:",
    ...problems.map((problem) => `  ${problem}`),
    "Let them say it: npm run spec:changeset",
  ].join("\n");
}
