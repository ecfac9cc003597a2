import { type PublishedPackage, publishedPackages } from "../packages.ts";
import { ReleaseProblem } from "../problem.ts";
import { build, isKnown, pack, publishByHand, type Target } from "../publish.ts";
import { type Report, step } from "../step.ts";
import { inTemporaryFolder } from "../temporary-folder.ts";
import { printFinding } from "./finding.ts";
import { checkFirst } from "./first.ts";
import { findPublishingJob } from "./workflow.ts";

/**
 * Creates the packages that the registry does not know, each with its first version, as whoever is logged in: npm's trusted
 * publishing cannot (npm/cli 8544). What is known already is left to the workflow.
 *
 * @param report Gets each line of what there is to tell, in the end what is typed to trust the workflow.
 * @throws {ReleaseProblem} when something is missing, or a step failed. What was published before that stays so, and is left out
 * the next time.
 */
export async function publishFirst(root: string, target: Target, report: Report): Promise<void> {
  const { findings, repository } = await checkFirst(root, target);
  const missing = findings.filter(({ state }) => state === "missing");
  const job = findPublishingJob(root);
  if (missing.length > 0 || job === undefined || repository === undefined) {
    throw new ReleaseProblem(
      `Nothing is published yet, for this is missing:\n${missing.map(printFinding).join("\n")}`,
    );
  }
  const packages = publishedPackages(root);
  const known = await step(report, "Ask the registry which names it knows", () =>
    Promise.all(packages.map((one) => isKnown(one, target))),
  );
  const due = packages.filter((_, index) => !known[index]);
  if (due.length > 0) {
    await step(report, "Build, from sources that are in step", () => build(root, packages));
    await inTemporaryFolder(async (folder) => {
      const packed = await step(report, "Pack", () => pack(root, due, folder));
      for (const one of packed)
        await step(report, `Publish ${one.name}@${one.version}`, () => publishByHand(one, target));
    });
  }
  for (const line of whatIsLeft(packages, repository, job.file)) report(line);
}

/** What is typed when the packages are there; npm asks for a second factor each time. */
function whatIsLeft(packages: readonly PublishedPackage[], repository: string, file: string): string[] {
  const tags = packages.map(({ name, version }) => `${name}@${version}`);
  return [
    "",
    "The packages are there. Have npm trust the workflow with every further version (npm 11.15 or newer):",
    ...packages.map(
      ({ name }) => `  npm trust github ${name} --repository ${repository} --file ${file} --allow-publish`,
    ),
    "Then let nobody publish with a token:",
    ...packages.map(({ name }) => `  npm access set mfa=publish ${name}`),
    "Both can be clicked too:",
    ...packages.map(({ name }) => `  https://www.npmjs.com/package/${name}/access`),
    "And tag what was published:",
    ...tags.map((tag) => `  git tag ${tag}`),
    `  git push origin ${tags.join(" ")}`,
  ];
}
