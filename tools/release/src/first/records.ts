import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "@visitors-api/machine/run";
import { pendingChangesets } from "../changesets/changeset.ts";
import type { PublishedPackage } from "../packages.ts";
import { releases } from "../releases.ts";
import { type Finding, inPlace, missing } from "./finding.ts";

/** Whether what is written down of a release is: versions, changelogs, the description, tags. */
export async function checkRecords(root: string, packages: readonly PublishedPackage[]): Promise<Finding[]> {
  const pending = await pendingChangesets(root);
  const version = packages.find(({ folder }) => folder === "spec")?.version ?? "";
  const take = "Take them into versions, and commit that: npm run release -- --version";
  return [
    check(pending.length === 0, "All changesets are versions", take),
    check(
      releases(root).some((kept) => kept.version === version),
      `The description is kept as spec/releases/${version}, to compare later ones with`,
      "Keep it, and commit that: npm run release -- --version",
    ),
    ...packages.map((one) => checkChangelog(root, one)),
    ...packages.map(checkPublic),
    ...(await Promise.all(packages.map((one) => checkTag(root, one)))),
  ];
}

function checkChangelog(root: string, { folder, version }: PublishedPackage): Finding {
  const file = join(root, folder, "CHANGELOG.md");
  const has = existsSync(file) && readFileSync(file, "utf8").split("\n").includes(`## ${version}`);
  const advice = `Write what users get with it below a heading "## ${version}"`;
  return check(has, `${folder}/CHANGELOG.md tells of ${version}`, advice);
}

/** A package of a scope is private unless it says otherwise, and that npm takes from who pays alone. */
function checkPublic({ folder, publishConfig }: PublishedPackage): Finding {
  const is = publishConfig?.access === "public" && publishConfig.provenance === true;
  const advice = 'Write into it: "publishConfig": { "access": "public", "provenance": true }';
  return check(is, `${folder}/package.json asks for a public package with provenance`, advice);
}

async function checkTag(root: string, { name, version }: PublishedPackage): Promise<Finding> {
  const tag = `${name}@${version}`;
  const { stdout } = await run("git", ["tag", "--list", tag], { cwd: root });
  const advice = `It says that this was published. Remove it: git tag --delete ${tag}`;
  return check(stdout.trim() === "", `There is no tag ${tag} yet`, advice);
}

function check(is: boolean, what: string, advice: string): Finding {
  return is ? inPlace(what) : missing(what, advice);
}
