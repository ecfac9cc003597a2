import { join } from "node:path";
import { runNode } from "@visitors-api/machine/run";
import { expect, test } from "vitest";

const command = join(import.meta.dirname, "../src/cli.ts");

test("npm run release publishes nothing outside of a workflow, and says what to type instead", async () => {
  const { status, output } = await runNode(command, [], { env: { GITHUB_REPOSITORY: "" } });
  expect(status).toBe(1);
  expect(output).toMatch(/^Nothing is published from this machine.*npm run release -- --dry-run\n$/);
});

test.each([["--dry-run", "--version"], ["--first", "--version"], ["--publish"], ["--force"], ["0.2.0"]])(
  "npm run release ends with 2 for arguments that it does not have: %s %s",
  async (...given) => {
    const { status, output } = await runNode(command, given);
    expect(status).toBe(2);
    expect(output).toMatch(
      /\nUsage: npm run release \[-- --version \| --dry-run \| --first \[--publish\]\]\n$/,
    );
  },
);
