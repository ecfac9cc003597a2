/**
 * Lints the workflows of a repository, without network.
 *
 *     node src/workflows/lint.ts [<folder of the repository>]
 *
 * Exit 0: nothing to say. 1: a workflow is wrong; each problem is printed with its place.
 */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../root.ts";
import { languageProblems } from "./language.ts";
import { ruleProblems } from "./rules.ts";

const folder = ".github/workflows";
const repository = process.argv[2] ?? root;

const files = readdirSync(join(repository, folder)).filter((name) => /\.ya?ml$/.test(name));
for (const name of files.toSorted()) {
  const path = `${folder}/${name}`;
  const text = readFileSync(join(repository, path), "utf8");
  for (const { line, column, message } of [...(await languageProblems(path, text)), ...ruleProblems(text)]) {
    console.error(`${path}:${line}:${column} ${message}`);
    process.exitCode = 1;
  }
}
