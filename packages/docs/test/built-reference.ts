import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { runBuild, temporaryFolder, writeDescription } from "./build.ts";

/** What a site says of a description. */
export type BuiltReference = {
  /** The files of the site, by their paths. */
  readonly files: ReadonlyMap<string, string>;
  /** Of the page that has everything. */
  readonly html: string;
  readonly markdown: string;
  /** Ids of that page. */
  readonly ids: readonly string[];
};

const known = new Map<string, Promise<BuiltReference>>();

/** Builds the site of a description, once, and reads it. */
export function builtReference(description: unknown): Promise<BuiltReference> {
  const text = typeof description === "string" ? description : JSON.stringify(description);
  const built = known.get(text) ?? build(text);
  known.set(text, built);
  return built;
}

async function build(description: string): Promise<BuiltReference> {
  const folder = await temporaryFolder();
  try {
    const file = await writeDescription(folder.path, description, "openapi.yaml");
    const site = join(folder.path, "site");
    const run = await runBuild(file, "--output", site, "--url", "https://zoo.example/docs/");
    expect(run.stderr).toBe("");
    expect(run.status).toBe(0);
    const paths = [...run.stdout.matchAll(/^ {2}(\S.*?) {2,}[\d.]+ KB/gm)].map(([, path = ""]) => path);
    const files = new Map<string, string>();
    for (const path of paths) files.set(path, await readFile(join(site, path), "utf8"));
    const html = files.get("reference/index.html") ?? "";
    return {
      files,
      html,
      markdown: files.get("reference.md") ?? "",
      ids: [...html.matchAll(/ id="([^"]*)"/g)].map(([, id = ""]) => id),
    };
  } finally {
    await folder.remove();
  }
}

/** The words of a page, on one line. */
export function wordsOf(html: string): string {
  return html
    .replace(/<(style|script)\b.*?<\/\1>/gs, "")
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&#x27;", "'")
    .replaceAll("&#34;", '"')
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ");
}
