import { readdir, readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { isObject } from "@visitors-api/openapi";
import { parse } from "yaml";
import { type ChangelogText, changelog } from "../history/changelog.ts";
import { type Guide, GuideError } from "./guide.ts";
import { withSiteLinks } from "./guide-links.ts";

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
 * One that tells what changed names packages, whose CHANGELOG.md files it ends with, and the folder of pending changesets:
 *
 *     changelog:
 *       packages: [../../client]
 *       pending: ../../../.changeset
 *
 * @throws {GuideError} when the folder cannot be read, a file does not start so, or one links to a guide that there is not.
 */
export async function readGuides(folder: string): Promise<Guide[]> {
  const files = (await filesIn(folder)).filter((name) => name.endsWith(".md"));
  const guides = await Promise.all(files.map((file) => readGuide(join(folder, file), file)));
  const inOrder = guides
    .sort((a, b) => a.order - b.order || (a.name < b.name ? -1 : 1))
    .map(({ order: _, ...guide }) => guide);
  // What a link misses is told before any page is made.
  for (const guide of inOrder) withSiteLinks(guide, inOrder, "/");
  return inOrder;
}

async function readGuide(path: string, file: string): Promise<Guide & { order: number }> {
  const text = await readText(path);
  const [, head = "", title = "", markdown = ""] =
    /^---\r?\n(.*?)\r?\n---\s+# (\S[^\n]*)\n(.*)$/s.exec(text) ?? [];
  const { order, changelog: sources }: Head = headOf(head);
  if (typeof order !== "number") {
    throw new GuideError(`${path}:1: a guide starts with "---", "order: <number>", "---" and "# <title>"`);
  }
  const name = file.slice(0, -".md".length);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
    throw new GuideError(`${path}: the name of the file becomes a path; use a-z, 0-9 and single hyphens`);
  }
  const entries = sources === undefined ? "" : `\n\n${await readChangelog(path, sources)}`;
  const isChangelog = sources !== undefined;
  return { name, title: title.trim(), markdown: markdown.trim() + entries, isChangelog, order };
}

type Head = { order?: unknown; changelog?: unknown };

function headOf(text: string): Head {
  try {
    const head: unknown = parse(text);
    return isObject(head) ? head : {};
  } catch {
    return {};
  }
}

async function readChangelog(path: string, sources: unknown): Promise<string> {
  const { packages, pending } = isObject(sources) ? sources : {};
  if (!Array.isArray(packages) || typeof pending !== "string") {
    throw new GuideError(`${path}: "changelog" has "packages", a list of folders, and "pending", a folder`);
  }
  const folder = dirname(path);
  const changesets = resolve(folder, pending);
  const names = (await filesIn(changesets)).filter((name) => name.endsWith(".md") && name !== "README.md");
  const [released, unreleased] = await Promise.all([
    Promise.all(packages.map((name) => packageChangelog(resolve(folder, String(name))))),
    Promise.all(names.sort().map(async (name) => ({ name, text: await readText(join(changesets, name)) }))),
  ]);
  return changelog(released, unreleased);
}

async function packageChangelog(folder: string): Promise<ChangelogText> {
  const manifest: { name: string } = JSON.parse(await readText(join(folder, "package.json")));
  return { name: manifest.name, text: await readText(join(folder, "CHANGELOG.md")) };
}

function readText(path: string): Promise<string> {
  return readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new GuideError(`${path}: this cannot be read (${error.code})`);
  });
}

function filesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw new GuideError(`${folder}: this folder cannot be read (${error.code})`);
  });
}
