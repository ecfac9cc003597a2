import { UsageError } from "@visitors-api/machine/usage-error";

/** Whether a file is about one API alone: it stands in a folder with the API's name. */
export function isOwn(file: string, name: string): boolean {
  return file.split("/").slice(0, -1).includes(name);
}

/**
 * Folders with the name of an API are its own, so that no other may be called so.
 *
 * @throws {UsageError} when one is.
 */
export function checkIsFree(name: string, files: readonly string[]): void {
  const taken = files.find((file) => isOwn(file, name));
  if (taken === undefined) return;
  throw new UsageError(`--name cannot be "${name}": a folder of this repository is called so (${taken}).`);
}

/**
 * The files that tell what has become of one API: its releases, changelogs and changesets, its workflows, what its docs look like,
 * its guides.
 */
export function isHistory(file: string): boolean {
  return (
    file.startsWith("spec/releases/") ||
    /^\.changeset\/(?!README).*\.md$/.test(file) ||
    /^spec\/[^/]+\.arazzo\.yaml$/.test(file) ||
    file.startsWith("packages/docs/screenshots/") ||
    /^packages\/docs\/src\/content\/guides\/(?!changelog\.md$)/.test(file)
  );
}

/** The blocks of a Markdown text that are about this API alone stand between these comments. */
const ownBlock = /^<!-- this API -->\n[\s\S]*?^<!-- \/this API -->\n\n?/gm;

/** A Markdown text without what is about one API alone: blocks that are marked so, and rows of tables about what is not there any more. */
export function withoutOwn(markdown: string, name: string): string {
  return markdown
    .replaceAll(ownBlock, "")
    .split("\n")
    .filter((line) => !(line.startsWith("|") && new RegExp(`\`[^\`]*\\b${name}/[^\`]*\``).test(line)))
    .join("\n");
}
