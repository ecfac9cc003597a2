import { mkdir, readFile } from "node:fs/promises";
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

/**
 * Builds the site of a description, once, and reads it.
 *
 * @param releases descriptions of earlier versions, by their version.
 */
export function builtReference(
  description: unknown,
  releases: Readonly<Record<string, unknown>> = {},
): Promise<BuiltReference> {
  const key = JSON.stringify([description, releases]);
  const built = known.get(key) ?? build(description, releases);
  known.set(key, built);
  return built;
}

async function build(
  description: unknown,
  releases: Readonly<Record<string, unknown>>,
): Promise<BuiltReference> {
  const folder = await temporaryFolder();
  try {
    const file = await writeDescription(folder.path, description, "openapi.yaml");
    const released = join(folder.path, "releases");
    await mkdir(released);
    for (const [version, earlier] of Object.entries(releases)) {
      await mkdir(join(released, version));
      await writeDescription(join(released, version), earlier);
    }
    const site = join(folder.path, "site");
    const flags = ["--output", site, "--url", "https://zoo.example/docs/", "--releases", released];
    const run = await runBuild(file, ...flags);
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
      ids: idsIn(html),
    };
  } finally {
    await folder.remove();
  }
}

export function idsIn(html: string): string[] {
  return [...html.matchAll(/ id="([^"]*)"/g)].map(([, id = ""]) => id);
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
