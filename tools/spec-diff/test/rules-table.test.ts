import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rules } from "../src/rules/index.ts";

const readme = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");

test("the README lists each rule with its verdicts", () => {
  const rows = Object.entries(rules).map(([kind, { verdict }]) => {
    const [request, response] =
      typeof verdict === "string" ? [verdict, verdict] : [verdict.request, verdict.response];
    return `| \`${kind}\` | ${request} | ${response} |`;
  });
  expect(readme.match(/^\| `[a-z-]+` \|.*$/gm)).toEqual(rows);
});
