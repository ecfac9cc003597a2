import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Guide, GuideError } from "./guide.ts";

/**
 * Reads the Markdown files of a folder in the order that they give themselves. A file starts with its place in the order
 * and its title:
 *
 *     ---
 *     order: 1
 *     ---
 *
 *     # Quick start
 *
 * @throws {GuideError} when the folder cannot be read, or a file does not start so.
 */
export async function readGuides(folder: string): Promise<Guide[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw new GuideError(`${folder}: the guides cannot be read (${error.code})`);
  });
  const files = names.filter((name) => name.endsWith(".md"));
  const guides = await Promise.all(
    files.map(async (file) =>
      parseGuide(join(folder, file), file, await readFile(join(folder, file), "utf8")),
    ),
  );
  return guides
    .sort((a, b) => a.order - b.order || (a.name < b.name ? -1 : 1))
    .map(({ order: _, ...guide }) => guide);
}

function parseGuide(path: string, file: string, text: string): Guide & { order: number } {
  const match = /^---\r?\norder: (\d+)\r?\n---\s+# (\S[^\n]*)\n(.*)$/s.exec(text);
  if (match === null) {
    throw new GuideError(`${path}:1: a guide starts with "---", "order: <number>", "---" and "# <title>"`);
  }
  const name = file.slice(0, -".md".length);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
    throw new GuideError(`${path}: the name of the file becomes a path; use a-z, 0-9 and single hyphens`);
  }
  const [, order = "", title = "", markdown = ""] = match;
  return { name, title: title.trim(), markdown: markdown.trim(), order: Number(order) };
}
