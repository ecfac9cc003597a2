import { publishedPackages } from "../packages.ts";
import { type Bump, highest } from "./bump.ts";
import { type Changeset, pendingChangesets } from "./changeset.ts";
import { withoutMarks } from "./items.ts";

const headings = { major: "Major changes", minor: "Minor changes", patch: "Patch changes" } as const;

/** What a release of the pending changesets would tell users, in Markdown: the bump, and the words of the changelogs. */
export async function showPending(root: string): Promise<string> {
  const names = publishedPackages(root).map(({ name }) => name);
  const pending = (await pendingChangesets(root)).map((changeset) => ({
    ...changeset,
    bump: highest(names.map((name) => changeset.bumps[name] ?? "none")),
  }));
  const bump = highest(pending.map((changeset) => changeset.bump));
  if (bump === "none")
    return "## The next release\n\nNo changeset is pending, so there is nothing to release.\n";
  const sections = (["major", "minor", "patch"] as const).flatMap((kind) => {
    const own = pending.filter((changeset) => changeset.bump === kind);
    return own.length === 0 ? [] : [`### ${headings[kind]}`, ...own.map((one) => describe(one, kind))];
  });
  return `${[`## The next release is a ${bump}`, ...sections].join("\n\n")}\n`;
}

function describe({ id, bumps, summary }: Changeset, bump: Bump): string {
  const names = Object.keys(bumps).filter((name) => bumps[name] === bump);
  const list = names.map((name) => `\`${name}\``).join(", ");
  return `${list} (\`.changeset/${id}.md\`):\n\n${withoutMarks(summary).trim()}`;
}
