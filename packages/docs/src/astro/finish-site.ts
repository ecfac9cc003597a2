import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { checkLinks } from "../links/check-links.ts";
import type { Site } from "../site/site.ts";
import type { SiteFile } from "../site/site-file.ts";
import { withPolicy } from "./policy.ts";

/** What is done with what Astro has built: pages get their policy, and every link is followed. */
export async function finishSite({
  from,
  to,
  site,
  strictLinks,
}: {
  from: string;
  to: string;
  site: Site;
  strictLinks: boolean;
}): Promise<{ paths: string[]; warnings: string[] }> {
  const files = await Promise.all((await filesIn(from)).map((path) => fileAt(from, path, site)));
  const warnings = checkLinks(files, site.address, { strict: strictLinks });
  const folders = new Set(files.map(({ path }) => dirname(join(to, path))));
  await Promise.all([...folders].map((folder) => mkdir(folder, { recursive: true })));
  await Promise.all(files.map(({ path, text }) => writeFile(join(to, path), text)));
  return { paths: files.map(({ path }) => path), warnings };
}

/** All that a site has is text. */
async function fileAt(folder: string, path: string, site: Site): Promise<SiteFile> {
  const text = await readFile(join(folder, path), "utf8");
  if (!path.endsWith(".html")) return { path, text };
  const hasForm = site.tryPages.has(path.replace(/\/index\.html$/, ""));
  return { path, text: withPolicy(text, { mayConnect: hasForm }) };
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}
