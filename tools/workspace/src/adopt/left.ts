import type { Adoption } from "./adoption.ts";
import { nameOf } from "./api.ts";
import { readText, trackedFiles } from "./files.ts";
import type { Finding } from "./lint.ts";

/** What an adoption cannot do, for a person to do. */
export async function leftToDo(folder: string, adoption: Adoption): Promise<string[]> {
  const { from, to, findings, client } = adoption;
  const naming = await stillNaming(folder, adoption);
  return [
    `LICENSE names the contributors of ${to.title}, and spec/api.json has a homepage that nobody owns: ${to.homepage}`,
    'Where the packages come from, for npm: "repository" in the package.json of each that is published',
    `What the sandbox does beyond answering with examples: packages/sandbox/src/${to.name}/ (packages/sandbox/README.md)`,
    adoption.workflow === undefined
      ? "A workflow: no operation has an id and examples of all that it needs"
      : `The workflow to start from, spec/${to.name}.arazzo.yaml, has one call in it`,
    ...client.notes.map((note) => `spec/${note}`),
    ...(findings.length > 0
      ? [
          `${findings.length} places of the description break rules, and are let through by spec/.redocly.lint-ignore.yaml:`,
          ...byRule(findings).map((line) => `  ${line}`),
        ]
      : []),
    ...(naming.length > 0 ? [`Files that still speak of ${from.title}: ${listed(naming)}`] : []),
  ];
}

function byRule(findings: readonly Finding[]): string[] {
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  return rules.map((rule) => {
    const found = findings.filter((finding) => finding.rule === rule);
    return `${rule}: ${found.length}, the first at ${found[0]?.place}`;
  });
}

function listed(files: readonly string[]): string {
  const shown = files.slice(0, 20);
  return files.length > shown.length
    ? `${shown.join(", ")} and ${files.length - shown.length} more`
    : shown.join(", ");
}

/** The files that people write with the old API's name in them. */
async function stillNaming(folder: string, { from, to, brought }: Adoption): Promise<string[]> {
  const name = nameOf(from);
  // Where the new API has the name too, it says nothing.
  if (name.test(`${to.name} ${to.title} ${[...brought.files.values()].join("\n")}`)) return [];
  const files = (await trackedFiles(folder)).filter((file) => !file.endsWith("pnpm-lock.yaml"));
  const texts = await Promise.all(files.map((file) => readText(folder, file)));
  return files.filter((_, index) => name.test(texts[index] ?? ""));
}
