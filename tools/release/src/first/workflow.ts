import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type Finding, inPlace, missing } from "./finding.ts";

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly "runs-on"?: unknown;
  readonly permissions?: Permissions;
  readonly steps?: readonly Step[];
}

type Permissions = string | Readonly<Record<string, string>>;

/** The job that publishes, and the file that it is in: the one that npm is told to trust. */
export interface PublishingJob {
  readonly file: string;
  readonly name: string;
  readonly job: Job;
}

const folder = ".github/workflows";

/** The job that runs `npm run release` with nothing behind it. */
export function findPublishingJob(root: string): PublishingJob | undefined {
  if (!existsSync(join(root, folder))) return undefined;
  for (const file of readdirSync(join(root, folder)).sort()) {
    if (!/\.ya?ml$/.test(file)) continue;
    const workflow: { jobs?: Record<string, Job>; permissions?: Permissions } | null = parse(
      readFileSync(join(root, folder, file), "utf8"),
    );
    const found = Object.entries(workflow?.jobs ?? {}).find(([, job]) => publishes(job));
    // What a job does not state it has from its workflow.
    if (found) return { file, name: found[0], job: { ...pick(workflow?.permissions), ...found[1] } };
  }
  return undefined;
}

function pick(permissions: Permissions | undefined): Pick<Job, "permissions"> {
  return permissions === undefined ? {} : { permissions };
}

function publishes({ steps = [] }: Job): boolean {
  return steps.some(({ run = "", with: { script = "" } = {} }) =>
    `${run}\n${script}`.split("\n").some((line) => line.trim() === "npm run release"),
  );
}

/** What trusted publishing asks of a workflow: an identity, a machine of GitHub's, and npm 11.5.1 or newer. */
export function checkWorkflow(found: PublishingJob | undefined): Finding[] {
  if (!found) {
    const advice = "Take it from where this repository came from: .github/workflows/release.yml";
    return [missing(`A workflow in ${folder} publishes, with npm run release`, advice)];
  }
  const { file, name, job } = found;
  const at = `${folder}/${file}, job ${name}`;
  const { permissions = {}, steps = [] } = job;
  const canIdentify =
    permissions === "write-all" || (typeof permissions === "object" && permissions["id-token"] === "write");
  const isHosted = /^(ubuntu|windows|macos)-/.test(String(job["runs-on"]));
  const versions = steps.map((step) => Number.parseInt(String(step.with?.["node-version"]), 10));
  const check = (is: boolean, what: string, advice: string) => (is ? inPlace(what) : missing(what, advice));
  return [
    check(
      canIdentify,
      `${at}, can say who it is`,
      "Write below it: permissions: { contents: write, id-token: write }",
    ),
    check(isHosted, `${at}, runs on a machine of GitHub's`, "npm trusts no other: runs-on: ubuntu-latest"),
    check(
      versions.some((major) => major >= 24),
      `${at}, has Node 24, whose npm knows trusted publishing`,
      'Give actions/setup-node the node-version: "24"',
    ),
  ];
}
