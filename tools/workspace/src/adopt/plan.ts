import { table } from "../format.ts";
import type { Adoption } from "./adoption.ts";
import type { Brought } from "./description.ts";

/** What is about to be done, for a person to agree to. */
export function planOf({ brought, model, from, to, findings }: Adoption): string {
  const { operations } = brought.description;
  const named = (one: typeof to) => [
    one.title,
    `${one.scope}/client, ${one.scope}/sandbox and the others`,
    `${one.name}-sandbox`,
    Object.values(one.variables).join(", "),
    `${one.name}/`,
  ];
  const [before, after] = [named(from), named(to)];
  const what = ["title", "packages", "command", "variables", "own folders"];
  const rows = what.map((name, index) => [name, before[index] ?? "", "→", after[index] ?? ""]);
  return `This makes of this clone the monorepo of ${to.title} ${model.version}, with ${operations.length} ${operations.length === 1 ? "operation" : "operations"}:

${table(rows)}

- spec/openapi.yaml becomes that description, ${written(brought)}.
${findings.length > 0 ? `- ${findings.length} places of it that break rules are let through; which they are is said in the end.\n` : ""}\
- What is about ${from.title} alone goes: folders called ${from.name}/, releases, changelogs, changesets, workflows, guides, pictures.
- READMEs, guides and a workflow are written from what the description says, and the client is generated.
- All of it is one commit on the branch that is checked out.`;
}

function written({ files, bundledSince }: Brought): string {
  if (bundledSince !== undefined) return `bundled into one file: ${bundledSince}`;
  return files.size === 1 ? "as it is written" : `as it is written, in ${files.size} files`;
}
