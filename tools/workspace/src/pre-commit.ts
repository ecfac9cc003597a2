/**
 * What .githooks/pre-commit runs: looks at what is staged, as it is staged. Exit 0: in order. 1: it is not; the last
 * lines say what to do.
 */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { conflicts } from "./pre-commit/conflicts.ts";
import { description } from "./pre-commit/description.ts";
import { drift } from "./pre-commit/drift.ts";
import { format } from "./pre-commit/format.ts";
import { lockfile } from "./pre-commit/lockfile.ts";
import { samples } from "./pre-commit/samples.ts";
import { checkOut, staged } from "./pre-commit/staged.ts";
import { workflows } from "./pre-commit/workflows.ts";

const all = [conflicts, format, description, drift, lockfile, samples, workflows];

const files = staged();
const concerned = all
  .map((check) => ({ check, reads: check.reads(files) }))
  .filter(({ reads }) => reads.length > 0);

const folder = mkdtempSync(join(tmpdir(), "staged-"));
try {
  checkOut([...new Set(concerned.flatMap(({ reads }) => reads))], folder);
  const findings = await Promise.all(concerned.map(({ check }) => check.run(folder, files)));
  const problems = findings.filter((finding) => finding !== undefined);
  if (problems.length > 0) {
    const repairs = new Set(problems.map(({ repair }) => `  ${repair}`));
    console.error(problems.map(({ output }) => output.trim()).join("\n\n"));
    console.error(
      `\nNot committed. Repair it, stage it again (git add), and commit:\n\n${[...repairs].join("\n")}`,
    );
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
