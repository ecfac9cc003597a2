import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runNode } from "@visitors-api/machine/run";
import type { Api } from "@visitors-api/release/api";
import { root } from "../root.ts";
import { AdoptionError } from "./adoption-error.ts";
import { rulesFor } from "./lint-rules.ts";

/** What a rule finds in the description. */
export interface Finding {
  readonly rule: string;
  readonly message: string;
  /** `openapi.yaml:12:7` */
  readonly place: string;
}

const redocly = fileURLToPath(import.meta.resolve("@redocly/cli/bin/cli.js"));
const env = { NO_COLOR: "1", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };

/**
 * Holds a description against the rules of this repository, with the names of another API.
 *
 * @param file The description.
 * @param folder For what it takes; whoever asked removes it.
 */
export async function lint(file: string, folder: string, to: Api): Promise<Finding[]> {
  await mkdir(folder, { recursive: true });
  await cp(join(root, "spec/lint"), join(folder, "lint"), { recursive: true });
  await cp(file, join(folder, "openapi.yaml"));
  const rules = await readFile(join(root, "spec/redocly.yaml"), "utf8");
  await writeFile(join(folder, "redocly.yaml"), rulesFor(rules, to, false));
  const report = ["--format", "json", "--max-problems", "10000"];
  const { stdout, output } = await runNode(redocly, ["lint", "openapi.yaml", ...report], {
    cwd: folder,
    env,
  });
  if (!stdout.trim().startsWith("{")) throw new AdoptionError(`The description cannot be linted: ${output}`);
  const { problems }: { problems: readonly Problem[] } = JSON.parse(stdout);
  return problems.map(({ ruleId, message, location: [place] }) => ({
    rule: ruleId,
    message: message.replaceAll(/\s+/g, " "),
    place: `openapi.yaml:${place?.start?.line ?? 1}:${place?.start?.col ?? 1}`,
  }));
}

/** The part of Redocly's report that is read here. */
interface Problem {
  readonly ruleId: string;
  readonly message: string;
  readonly location: readonly { readonly start?: { readonly line: number; readonly col: number } }[];
}

/** What a description that breaks rules is refused with. */
export function refusal(findings: readonly Finding[]): AdoptionError {
  const shown = findings.slice(0, 50).map(({ rule, message, place }) => `${place}: ${message} (${rule})`);
  if (findings.length > shown.length) shown.push(`and ${findings.length - shown.length} more`);
  return new AdoptionError(
    `${shown.join("\n")}\n\nThe description breaks rules of spec/redocly.yaml in ${findings.length} places, see above. Mend them, ` +
      "or start with --lenient, which lets them through and says which they are.",
  );
}

/** Lets through all that the rules find in the description of a folder, and nothing else. */
export async function ignoreFindings(folder: string, findings: readonly Finding[]): Promise<void> {
  const file = join(folder, ".redocly.lint-ignore.yaml");
  await writeFile(file, "openapi.yaml: {}\n");
  if (findings.length === 0) return;
  await runNode(redocly, ["lint", "openapi.yaml", "--generate-ignore-file"], { cwd: folder, env });
  const listed = await readFile(file, "utf8");
  const comment =
    "# What the description broke when it was adopted. A test fails when one of them is no longer needed.\n";
  await writeFile(file, `${comment}${listed.replaceAll(/^#.*\n/gm, "")}`);
}
