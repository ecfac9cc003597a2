import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { publishedPackages } from "@visitors-api/release/packages";
import { succeed } from "@visitors-api/release/succeed";
import { root } from "../root.ts";
import type { Adoption } from "./adoption.ts";
import { apiFile, namesOf } from "./api.ts";
import { edit, readText, remove, trackedFiles } from "./files.ts";
import { writeClient } from "./generate-client.ts";
import { headingsOf, keptSections } from "./kept-sections.ts";
import { ignoreFile } from "./lint.ts";
import { rulesFor } from "./lint-rules.ts";
import { rewriteManifests } from "./manifests.ts";
import { isHistory, isOwn, withoutOwn } from "./own-files.ts";
import { renameAll } from "./rename.ts";
import { otherFiles } from "./split.ts";
import { templates, textFrom, valuesOf } from "./texts.ts";

/**
 * Makes of a repository that of another API, in its files: nothing is installed there, so what formats sources is that of this
 * repository.
 */
export async function apply(folder: string, adoption: Adoption): Promise<void> {
  const { to, workflow } = adoption;
  await removeOwn(folder, adoption);
  await renameAll(folder, adoption);
  await rewriteManifests(folder, adoption);

  const write: Write = async (file, text) => {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  };
  await write(apiFile, `${JSON.stringify(to, undefined, 2)}\n`);
  for (const [path, text] of adoption.brought.files) await write(`spec/${path}`, text);
  if (workflow !== undefined) await write(`spec/${to.name}.arazzo.yaml`, workflow);
  await edit(folder, "spec/redocly.yaml", (rules) => rulesFor(rules, to, workflow !== undefined));
  await write("spec/.redocly.lint-ignore.yaml", ignoreFile(adoption.findings));
  await writeTexts(folder, adoption, write);
  await beginHistory(folder, write);
  await writeClient(folder, adoption.client, adoption);
  await format(folder);
}

type Write = (file: string, text: string) => Promise<void>;

/** What is about the API alone that was here before. */
async function removeOwn(folder: string, { from }: Adoption): Promise<void> {
  const files = await trackedFiles(folder);
  const own = files.filter((file) => isOwn(file, from.name) || isHistory(file));
  const described = (await otherFiles(folder)).map((path) => `spec/${path}`);
  await remove(folder, [...own, ...described]);
  const texts = files.filter((file) => file.endsWith(".md") && !own.includes(file));
  for (const file of texts) await edit(folder, file, (text) => withoutOwn(text, from.name));
}

async function writeTexts(
  folder: string,
  { brought, from, to, model }: Adoption,
  write: Write,
): Promise<void> {
  const values = valuesOf(brought.description, model, to);
  for (const [file, template] of Object.entries(templates)) {
    const before = (await readText(folder, file)) ?? "";
    const written = headingsOf(await textFrom(template, { ...values, kept: "" }));
    await write(
      file,
      await textFrom(template, { ...values, kept: keptSections(before, namesOf(from), written) }),
    );
  }
}

/** A first changeset, and changelogs that have a name and nothing else. */
async function beginHistory(folder: string, write: Write): Promise<void> {
  const packages = publishedPackages(folder);
  for (const { name, folder: place } of packages) await write(`${place}/CHANGELOG.md`, `# ${name}\n`);
  const bumps = packages.map(({ name }) => `"${name}": minor\n`);
  await write(".changeset/first-release.md", `---\n${bumps.join("")}---\n\nThe first version.\n`);
}

/**
 * Imports and properties have another order under another scope. The rules of the linter ask nothing new of what has other names and
 * is otherwise as it was.
 */
async function format(folder: string): Promise<void> {
  const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
  await succeed("git", ["add", "--all"], { cwd: folder });
  await succeed(process.execPath, [biome, "check", "--write", "--staged", "--linter-enabled=false"], {
    cwd: folder,
  });
}
