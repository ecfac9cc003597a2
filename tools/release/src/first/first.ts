import { publishedPackages } from "../packages.ts";
import type { Target } from "../publish.ts";
import type { Report } from "../step.ts";
import { checkAccount, checkNames } from "./account.ts";
import { type Finding, printFinding } from "./finding.ts";
import { checkRecords } from "./records.ts";
import { checkIsPublic, checkRepositoryFields, findRepository } from "./repository.ts";
import { checkWorkflow, findPublishingJob } from "./workflow.ts";

/** What has to be in place before a first release, and what is typed then. */
export interface FirstRelease {
  readonly findings: readonly Finding[];
  readonly repository: string | undefined;
}

/** Looks at all that a first release needs, here and where it is published. */
export async function checkFirst(root: string, target: Target): Promise<FirstRelease> {
  const packages = publishedPackages(root);
  const repository = await findRepository(root, packages);
  const [isPublic, names, account, records] = await Promise.all([
    checkIsPublic(repository),
    checkNames(packages, target, repository),
    checkAccount(target),
    checkRecords(root, packages),
  ]);
  const findings = [
    isPublic,
    ...checkRepositoryFields(packages, repository),
    ...checkWorkflow(findPublishingJob(root)),
    ...records,
    ...names,
    ...account,
  ];
  return { findings, repository };
}

/** Tells what is in place, what is missing, and what nobody but its owner can see. */
export function reportFindings({ findings, repository }: FirstRelease, report: Report): void {
  report("Before the first release:");
  for (const finding of findings) report(printFinding(finding));
  const settings = `https://github.com/${repository ?? "<owner>/<name>"}/settings`;
  report("To be looked at by the repository's owner, for nobody else can see it:");
  report(
    `  • Workflows may open pull requests: ${settings}/actions, "Allow GitHub Actions to create and approve pull requests"`,
  );
  report(`  • The docs are published by a workflow: ${settings}/pages, "Source: GitHub Actions"`);
}
