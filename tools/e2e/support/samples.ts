import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "./folders.ts";

export interface Sample {
  /** `packages/client/README.md:12`. */
  readonly place: string;
  readonly code: string;
}

/** The TypeScript samples of the repository's READMEs. */
export async function readmeSamples(): Promise<Sample[]> {
  const folders = await Promise.all(["packages", "tools"].map(async (name) => children(name)));
  const files = ["README.md", "spec/README.md", ...folders.flat().map((folder) => `${folder}/README.md`)];
  return samplesIn(files, "ts");
}

/** The samples of the docs' guides: whole programs in TypeScript, or commands for a shell. */
export async function guideSamples(language: "ts" | "sh"): Promise<Sample[]> {
  return samplesIn(await children("packages/docs/guides"), language);
}

async function samplesIn(files: readonly string[], language: string): Promise<Sample[]> {
  const samples = await Promise.all(
    files.map(async (file) => {
      const markdown = await readFile(join(root, file), "utf8").catch(() => "");
      return fencedSamples(file, markdown, language);
    }),
  );
  return samples.flat();
}

async function children(folder: string): Promise<string[]> {
  return (await readdir(join(root, folder))).sort().map((name) => `${folder}/${name}`);
}

function fencedSamples(file: string, markdown: string, language: string): Sample[] {
  const fence = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms");
  return [...markdown.matchAll(fence)].map(({ 1: code = "", index }) => ({
    place: `${file}:${markdown.slice(0, index).split("\n").length}`,
    code,
  }));
}

/** The `@example` of each method of the generated client. They speak of a `client` that is there. */
export async function methodSamples(): Promise<Sample[]> {
  const file = "packages/client/src/generated/operations.ts";
  const source = await readFile(join(root, file), "utf8");
  return [...source.matchAll(/^ *\* ```ts\n(.*?)^ *\* ```$/gms)].map(({ 1: comment = "", index }) => ({
    place: `${file}:${source.slice(0, index).split("\n").length}`,
    code: comment.replaceAll(/^ *\* ?/gm, ""),
  }));
}
