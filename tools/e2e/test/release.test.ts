import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { copyWorkTree } from "@visitors-api/release/copy";
import { verdaccio } from "@visitors-api/release/on-demand";
import { succeed } from "@visitors-api/release/run";
import { beforeAll, expect, test } from "vitest";
import { root, temporaryFolder } from "../support/folders.ts";
import { runNode } from "../support/run.ts";

const minute = 60_000;

// It is installed when it is not, and is not what is timed here.
beforeAll(async () => void (await verdaccio()), 3 * minute);

/** What git sees of a work tree, and the text of what it sees. */
function state(folder: string): Promise<string> {
  return succeed("sh", ["-c", "git status --short --untracked-files=all && git diff"], { cwd: folder });
}

async function edit(file: string, before: RegExp, after: string): Promise<void> {
  const text = await readFile(file, "utf8");
  expect(text).toMatch(before);
  await writeFile(file, text.replace(before, after));
}

const property = "        nickname: { type: string, description: What friends say., example: Gaz }\n";

test(
  "a change of the description is rehearsed to what users of npm and of pnpm do with it",
  async () => {
    const copy = await temporaryFolder();
    await copyWorkTree(root, copy);
    await edit(
      join(copy, "spec/openapi.yaml"),
      /(?<=^ {4}Visitor:\n(?:.*\n){3} {6}properties:\n)/m,
      property,
    );
    await edit(join(copy, "packages/client/README.md"), /(?<=```ts\n)/, "// Renames somebody.\n");
    const turbo = join(root, "node_modules/turbo/bin/turbo");
    await succeed(process.execPath, [turbo, "--skip-infer", "run", "generate"], { cwd: copy });
    await succeed(process.execPath, [join(copy, "tools/release/src/spec-changeset.ts")]);
    const before = await state(copy);

    const command = join(copy, "tools/release/src/cli.ts");
    const { status, output } = await runNode(command, ["--dry-run"], { timeout: 3 * minute });

    expect(status, output).toBe(0);
    for (const name of ["spec", "client", "sandbox"])
      expect(output).toMatch(new RegExp(`@visitors-api/${name} \\d+\\.\\d+\\.\\d+ → \\d+\\.\\d+\\.0`));
    const printed = "Gareth Bale has visited \\d+ times";
    for (const manager of ["npm", "pnpm"])
      expect(output).toMatch(new RegExp(`Install with ${manager} .*\n.*Quick start there: ${printed}\n`));
    // It was another text, so it was run too.
    expect(output).toMatch(
      new RegExp(`Quick start of \\d+\\.\\d+\\.\\d+: (${printed}|it (still|no longer) .*)\n`),
    );
    expect(output).toMatch(
      /A release publishes, with the tag latest:\n( {2}@visitors-api\/.*KB packed\n){3}$/,
    );
    expect(await state(copy)).toBe(before);
  },
  4 * minute,
);
