import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { buildModel } from "@visitors-api/codegen";
import { readDescription } from "@visitors-api/openapi";
import { api } from "@visitors-api/release/api";
import { root } from "./root.ts";

export interface Sample {
  /** Where its fence stands: `packages/client/README.md:12`. */
  readonly place: string;
  readonly code: string;
  /** How many lines the code begins with that the text leaves out. */
  readonly linesBefore: number;
}

/** The variables that the samples read. */
export const environment = api.variables;

const { username, token } = api.variables;

/** What the sandbox that samples are run against lets in, and the variables that say so. */
export const admitted = {
  // Of basic authentication it is the user's name and the password.
  credential: username === undefined ? "secret" : "secret:secret",
  variables: Object.fromEntries([username, token].flatMap((name) => (name ? [[name, "secret"]] : []))),
} as const;

/** What the documentation of a method leaves out, for whoever reads it has it. Every scheme has the one credential. */
async function preambleOf(repository: string): Promise<string> {
  const description = JSON.parse(await readFile(join(repository, "spec/dist/openapi.json"), "utf8"));
  const { securitySchemes } = buildModel(readDescription(description));
  const credentials = securitySchemes.map(({ option, kind }) => {
    return `${option}: ${kind === "basic" ? "{ username: credential, password: credential }" : "credential"}, `;
  });
  return `import { createClient } from "@visitors-api/client";
const credential = process.env["${environment.token}"] ?? "";
const client = createClient({ ${credentials.join("")}baseUrl: process.env["${environment.baseUrl}"] });
`;
}

/** All samples in TypeScript: of READMEs, guides, and the methods of the generated client. */
export async function samples(repository = root): Promise<Sample[]> {
  const all = [readmeSamples(repository), guideSamples("ts", repository), methodSamples(repository)];
  return (await Promise.all(all)).flat();
}

/** A line that the READMEs have somebody type in the repository's top folder. */
export interface Command {
  readonly place: string;
  /** Without the comment after it. */
  readonly command: string;
}

/** The commands for whoever works on this repository; READMEs of what is published are also for whoever uses it. */
export async function repositoryCommands(): Promise<Command[]> {
  const files = [...(await readmes(root)), ".github/CONTRIBUTING.md"];
  const fences = [...(await samplesIn(root, files, "sh")), ...(await samplesIn(root, files, "console"))];
  return fences.flatMap(({ place, code }) =>
    code
      .replaceAll("\\\n", "")
      .split("\n")
      .filter((line) => /^(\$ )?([A-Z_]+=\S+ )*(npm|npx|pnpm|node|turbo|yarn|cd|git) /.test(line))
      .map((line) => ({
        place,
        command: line
          .replace(/^\$ /, "")
          .replace(/^([A-Z_]+=\S+ +)+/, "")
          .replace(/\s+#.*$/, "")
          .trim(),
      })),
  );
}

/** The TypeScript samples of the repository's READMEs. */
async function readmeSamples(repository: string): Promise<Sample[]> {
  return samplesIn(repository, await readmes(repository), "ts");
}

async function readmes(repository: string): Promise<string[]> {
  const folders = await Promise.all(["packages", "tools"].map(async (name) => children(repository, name)));
  return ["README.md", "spec/README.md", ...folders.flat().map((folder) => `${folder}/README.md`)];
}

/** The samples of the docs' guides: whole programs in TypeScript, or commands for a shell. */
export async function guideSamples(language: "ts" | "sh", repository = root): Promise<Sample[]> {
  return samplesIn(repository, await children(repository, "packages/docs/src/content/guides"), language);
}

/**
 * The files that a text shows whole, by their paths: fenced blocks that begin with a comment that is one.
 *
 * @param file The text's path in the repository.
 */
export async function shownFiles(file: string): Promise<Readonly<Record<string, string>>> {
  const markdown = await readFile(join(root, file), "utf8");
  const fence = /^```\w+\n(?:\/\/|#) (Dockerfile|\S+\.\w+)\n(.*?)^```$/gms;
  return Object.fromEntries([...markdown.matchAll(fence)].map(([, path = "", text = ""]) => [path, text]));
}

async function samplesIn(repository: string, files: readonly string[], language: string): Promise<Sample[]> {
  const samples = await Promise.all(
    files.map(async (file) => {
      const markdown = await readFile(join(repository, file), "utf8").catch(() => "");
      return fencedSamples(file, markdown, language);
    }),
  );
  return samples.flat();
}

async function children(repository: string, folder: string): Promise<string[]> {
  return (await readdir(join(repository, folder))).sort().map((name) => `${folder}/${name}`);
}

function fencedSamples(file: string, markdown: string, language: string): Sample[] {
  const fence = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms");
  return [...markdown.matchAll(fence)].map(({ 1: code = "", index }) => ({
    place: `${file}:${lineAt(markdown, index)}`,
    code,
    linesBefore: 0,
  }));
}

/** The `@example` of each method of the generated client. They speak of a `client` that is there. */
async function methodSamples(repository: string): Promise<Sample[]> {
  const file = "packages/client/src/generated/operations.ts";
  const source = await readFile(join(repository, file), "utf8");
  const preamble = await preambleOf(repository);
  return [...source.matchAll(/^ *\* ```ts\n(.*?)^ *\* ```$/gms)].map(({ 1: comment = "", index }) => ({
    place: `${file}:${lineAt(source, index)}`,
    code: preamble + comment.replaceAll(/^ *\* ?/gm, ""),
    linesBefore: preamble.split("\n").length - 1,
  }));
}

/** Counts from 1. */
function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}
