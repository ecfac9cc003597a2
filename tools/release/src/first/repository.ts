import { run } from "@visitors-api/machine/run";
import type { PublishedPackage } from "../packages.ts";
import { type Finding, inPlace, missing, notKnown } from "./finding.ts";

/** The repository on GitHub, as owner/name: what the packages say or, where none does, where `origin` leads. */
export async function findRepository(
  root: string,
  packages: readonly PublishedPackage[],
): Promise<string | undefined> {
  const { stdout } = await run("git", ["remote", "get-url", "origin"], { cwd: root });
  const [said] = packages.map(urlOf).filter((url) => url !== undefined);
  return ownerAndName(said ?? stdout.trim());
}

function urlOf({ repository }: PublishedPackage): string | undefined {
  return typeof repository === "string" ? repository : repository?.url;
}

function ownerAndName(url: string): string | undefined {
  return /github\.com[/:]([^/]+\/[^/#]+?)(\.git)?\/?$/.exec(url)?.[1];
}

/** npm refuses the provenance of a package that says it comes from elsewhere, and says so only after the upload. */
export function checkRepositoryFields(
  packages: readonly PublishedPackage[],
  repository: string | undefined,
): Finding[] {
  return packages.map((one) => {
    const what = `${one.folder}/package.json says where ${one.name} comes from`;
    const owner = repository ?? "<owner>/<name>";
    const url = `git+https://github.com/${owner}.git`;
    const { directory } = typeof one.repository === "object" ? one.repository : {};
    if (repository && urlOf(one) === url && directory === one.folder) return inPlace(what);
    const field = { type: "git", url, directory: one.folder };
    return missing(what, `Write into it: "repository": ${JSON.stringify(field)}`);
  });
}

/** Provenance is for public repositories: of a private one npm answers a 404 that does not say why (npm/cli 8976). */
export async function checkIsPublic(
  repository: string | undefined,
  api = process.env["GITHUB_API_URL"] ?? "https://api.github.com",
): Promise<Finding> {
  if (repository === undefined) {
    return missing(
      "The repository is on GitHub",
      "Create one, https://github.com/new, and push to it: git remote add origin …",
    );
  }
  const what = `github.com/${repository} is public, so that npm can prove where packages come from`;
  const advice = `Make it so: https://github.com/${repository}/settings, "Change repository visibility"`;
  const response = await fetch(`${api}/repos/${repository}`, { signal: AbortSignal.timeout(10_000) }).catch(
    () => undefined,
  );
  if (response?.status === 404) return missing(what, advice);
  if (!response?.ok)
    return notKnown(what, `GitHub could not be asked. Look: https://github.com/${repository}`);
  const { private: isPrivate }: { private?: boolean } = await response.json();
  return isPrivate ? missing(what, advice) : inPlace(what);
}
