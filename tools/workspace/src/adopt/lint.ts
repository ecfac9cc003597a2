import { cp, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Api } from "@visitors-api/release/api";
import { stringify } from "yaml";
import { runRedocly } from "../redocly.ts";
import { root } from "../root.ts";
import { AdoptionError } from "./adoption-error.ts";
import { rulesFor } from "./lint-rules.ts";
import { rootFile } from "./split.ts";

/** What a rule finds in the description. */
export interface Finding {
  readonly rule: string;
  readonly message: string;
  /** The file of the description, by its path in spec/. */
  readonly file: string;
  /** `openapi.yaml:12:7` */
  readonly place: string;
  /** What Redocly ignores it by. */
  readonly pointer: string;
}

/** The part of Redocly's report that is read here. */
interface Problem {
  readonly ruleId: string;
  readonly message: string;
  readonly location: readonly {
    readonly source?: { readonly ref: string };
    readonly pointer?: string;
    readonly start?: { readonly line: number; readonly col: number };
  }[];
}

interface Report {
  readonly problems: readonly Problem[];
}

/**
 * What the rules of this repository find in a description, with the names of another API.
 *
 * @param folder For what it takes; whoever asked removes it.
 * @throws {AdoptionError} when the description is not OpenAPI as the specification has it, which no `--lenient` gets around: what is
 *   not is not bundled.
 */
export async function lint(description: string, folder: string, to: Api): Promise<Finding[]> {
  await cp(join(root, "spec/lint"), join(folder, "lint"), { recursive: true });
  const rules = await readFile(join(root, "spec/redocly.yaml"), "utf8");
  await writeFile(join(folder, "redocly.yaml"), rulesFor(rules, to, false));
  // To Redocly the description is two APIs, so that it is started once for both sets of rules.
  const apis = {
    rules: { root: description, extends: ["redocly.yaml"] },
    "well-formed": { root: description, extends: ["lint/well-formed.yaml"] },
  };
  const config = join(folder, "both.yaml");
  await writeFile(config, stringify({ apis, telemetry: "off" }));
  const options = ["--config", config, "--format", "json", "--max-problems", "10000"];
  const { said } = await runRedocly(["lint", ...Object.keys(apis), ...options], dirname(description));
  if (!said.startsWith("{")) throw new AdoptionError(`The description cannot be linted: ${said}`);
  // One JSON document after the other, each indented, so that only the outermost braces begin a line.
  const reports: readonly Report[] = JSON.parse(`[${said.replaceAll("\n}{", "\n},{")}]`);
  const [findings = [], malformed = []] = reports.map(findingsIn);
  if (malformed.length === 0) return findings;
  throw new AdoptionError(
    `${told(malformed)}\n\nThe description is not OpenAPI in ${places(malformed)}, see above.`,
  );
}

function findingsIn({ problems }: Report): Finding[] {
  return problems.map(({ ruleId, message, location: [place] }) => {
    const file = place?.source?.ref ?? rootFile;
    return {
      rule: ruleId,
      message: message.replaceAll(/\s+/g, " "),
      file,
      place: `${file}:${place?.start?.line ?? 1}:${place?.start?.col ?? 1}`,
      pointer: place?.pointer ?? "#/",
    };
  });
}

/** What a description that breaks rules is refused with. */
export function refusal(findings: readonly Finding[]): AdoptionError {
  return new AdoptionError(
    `${told(findings)}\n\nThe description breaks rules of spec/redocly.yaml in ${places(findings)}, see above. Mend them, ` +
      "or start with --lenient, which lets them through and says which they are.",
  );
}

function told(findings: readonly Finding[]): string {
  const shown = findings.slice(0, 50).map(({ rule, message, place }) => `${place}: ${message} (${rule})`);
  if (findings.length > shown.length) shown.push(`and ${findings.length - shown.length} more`);
  return shown.join("\n");
}

function places(findings: readonly Finding[]): string {
  return findings.length === 1 ? "one place" : `${findings.length} places`;
}

/** The text of `.redocly.lint-ignore.yaml` that lets through what the rules find in the description, and nothing else. */
export function ignoreFile(findings: readonly Finding[]): string {
  if (findings.length === 0) return `${rootFile}: {}\n`;
  const byFile = mapped(
    findings,
    ({ file }) => file,
    (inFile) =>
      mapped(
        inFile,
        ({ rule }) => rule,
        (found) => [...new Set(found.map(({ pointer }) => pointer))],
      ),
  );
  return `# What the description broke when it was adopted. A test fails when one of them is no longer needed.
${stringify(byFile, { lineWidth: 0, singleQuote: true })}`;
}

/** What is made of the findings that have a name in common, by that name. */
function mapped<Value>(
  findings: readonly Finding[],
  nameOf: (finding: Finding) => string,
  make: (found: readonly Finding[]) => Value,
): Record<string, Value> {
  const groups = Object.entries(Object.groupBy(findings, nameOf));
  return Object.fromEntries(groups.map(([name, found = []]) => [name, make(found)]));
}
