import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { limits } from "@visitors-api/machine/limits";
import { describe, expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { root } from "../src/root.ts";
import { ruleProblems } from "../src/workflows/rules.ts";

const hash = "0123456789abcdef0123456789abcdef01234567";

const inOrder = `name: Example
on: push
permissions: {}
concurrency: one
jobs:
  job:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@${hash} # v7.0.1
        with:
          persist-credentials: false
      - uses: ./local/action
      - run: npm test
`;

describe("a workflow", () => {
  test("that keeps the rules has no problems", () => {
    expect(ruleProblems(inOrder)).toEqual([]);
  });

  test.each([
    ["an action at a tag", hash, "v7.0.1", 12, /can be changed by its owner/],
    ["an action at a short hash", hash, hash.slice(0, 7), 12, /full hash/],
    ["a pin without its version", " # v7.0.1", "", 12, /Say which version/],
    ["a pin with a version that moves", "# v7.0.1", "# v7", 12, /Say which version/],
    ["a job without a time limit", "    timeout-minutes: 5\n", "", 6, /timeout-minutes/],
    [
      "a job without permissions",
      "    permissions:\n      contents: read\n",
      "",
      6,
      /names its `permissions`/,
    ],
    [
      "a job with all permissions",
      "permissions:\n      contents: read",
      "permissions: write-all",
      6,
      /permissions/,
    ],
    [
      "permissions for all jobs",
      "permissions: {}",
      "permissions:\n  contents: write",
      1,
      /permissions: \{\}/,
    ],
    ["no word on a second run", "concurrency: one\n", "", 1, /concurrency/],
    ["a checkout that leaves a token behind", "persist-credentials: false", "fetch-depth: 1", 12, /token/],
  ])("with %s is refused, with its line", (_what, before, after, line, message) => {
    const problems = ruleProblems(inOrder.replace(before, after));
    expect(problems).toEqual([expect.objectContaining({ line, message: expect.stringMatching(message) })]);
  });
});

test("the job that says what a change of the description means fails only as npm run check does", () => {
  const { jobs } = parse(readFileSync(join(root, ".github/workflows/ci.yml"), "utf8"));
  const steps: readonly Step[] = jobs.description.steps;
  const failing = steps.filter((step) => step.run !== undefined && step["continue-on-error"] !== true);
  expect(failing.map(({ run }) => run)).toEqual(["npm run check"]);
  expect(steps.map(({ run }) => run).join("\n")).toMatch(/spec:diff -- HEAD\^1 --format github\n/);
});

interface Step {
  readonly run?: string;
  readonly "continue-on-error"?: boolean;
}

test("the linter says what GitHub would, with the place, and ends with 1", () => {
  const wrong = inOrder
    .replace("on: push", 'on:\n  schedule:\n    - cron: "0 4 * * 99"')
    .replace("contents: read", "contents: reed")
    .replace("run: npm test", `run: echo $\{{ github.reff }}`);
  const repository = mkdtempSync(join(tmpdir(), "workflows-"));
  onTestFinished(() => rmSync(repository, { recursive: true, force: true }));
  mkdirSync(join(repository, ".github/workflows"), { recursive: true });
  writeFileSync(join(repository, ".github/workflows/wrong.yml"), wrong);

  const lint = join(root, "tools/workspace/src/workflows/lint.ts");
  const { status, stderr } = spawnSync(process.execPath, [lint, repository], {
    encoding: "utf8",
    timeout: limits.process,
  });

  expect(stderr.trim().split("\n").toSorted()).toEqual([
    expect.stringMatching(/^\.github\/workflows\/wrong\.yml:12:17 Unexpected value 'reed'$/),
    expect.stringMatching(/^\.github\/workflows\/wrong\.yml:18:\d+ .*reff$/),
    expect.stringMatching(/^\.github\/workflows\/wrong\.yml:4:13 Invalid cron expression/),
  ]);
  expect(status).toBe(1);
});
