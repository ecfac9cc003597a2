import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { defaultBaseUrl } from "@visitors-api/codegen";
import type { Api } from "@visitors-api/release/api";
import { parse } from "yaml";
import type { Adoption } from "./adoption.ts";
import { apiFile, bare, constantCase } from "./api.ts";
import { readText, trackedFiles } from "./files.ts";
import { sortedLockfile } from "./lockfile.ts";

/** A name, whatever stands around it, and what takes its place. */
type Renaming = readonly [from: RegExp, to: string];

/**
 * Gives another API's names to all that git tracks: the scope wherever it stands, what the workspace is called, the binaries, the
 * environment variables, the title, and where the API is.
 */
export async function renameAll(repository: string, adoption: Adoption): Promise<void> {
  const { from, to } = adoption;
  const files = await trackedFiles(repository);
  const renamings = [
    ...renamingsOf(from, to),
    ...(await binariesOf(repository, files, from.name)).map(
      (name): Renaming => [word(name), name.replace(from.name, to.name)],
    ),
    ...(await serverOf(repository, adoption)),
  ];
  await Promise.all(
    files.map(async (file) => {
      if (file === "spec/openapi.yaml" || file === apiFile) return;
      const text = await readText(repository, file);
      if (text === undefined) return;
      const renamed = renamings.reduce((result, [name, other]) => result.replaceAll(name, () => other), text);
      const written = file === "pnpm-lock.yaml" ? sortedLockfile(renamed) : renamed;
      if (written !== text) await writeFile(join(repository, file), written);
    }),
  );
}

function renamingsOf(from: Api, to: Api): Renaming[] {
  return [
    // With its @ before the packages' names, and without as the name of the workspace.
    [word(from.scope), to.scope],
    [word(bare(from.scope)), bare(to.scope)],
    [word(from.variables.token), to.variables.token],
    [word(from.variables.baseUrl), to.variables.baseUrl],
    [new RegExp(`\\b${constantCase(from.name)}_(?=[A-Z])`, "g"), `${constantCase(to.name)}_`],
    [word(from.subject), to.subject],
    [word(from.title), to.title],
  ];
}

/** Not as a part of a longer word. */
function word(name: string): RegExp {
  return new RegExp(`(?<![A-Za-z0-9_])${RegExp.escape(name)}(?![A-Za-z0-9_])`, "g");
}

/** The commands that packages install, and that are called after the API: `todo-sandbox`. */
async function binariesOf(repository: string, files: readonly string[], name: string): Promise<string[]> {
  const manifests = files.filter((file) => /(^|\/)package\.json$/.test(file));
  const texts = await Promise.all(manifests.map((file) => readText(repository, file)));
  return texts.flatMap((text) => {
    const { bin }: { bin?: Record<string, string> | string } = JSON.parse(text ?? "{}");
    return Object.keys(Object(typeof bin === "string" ? {} : bin)).filter((binary) =>
      binary.startsWith(`${name}-`),
    );
  });
}

/** Where the API is that was here before, if both say so. */
async function serverOf(repository: string, { model }: Adoption): Promise<Renaming[]> {
  const other = defaultBaseUrl(model);
  const text = await readFile(join(repository, "spec/openapi.yaml"), "utf8");
  const { servers }: { servers?: readonly { readonly url: string }[] } = parse(text);
  const url = servers?.[0]?.url;
  return url === undefined || other === undefined ? [] : [[word(url), other]];
}
