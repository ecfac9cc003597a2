import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageFolder } from "../redocly.ts";

test("the examples of Intercom's page that break its schema are exceptions, with the reason", () => {
  const ignored = readFileSync(join(packageFolder, ".redocly.lint-ignore.yaml"), "utf8");
  expect(ignored).toMatch(
    /# Intercom's own example has an empty email.*\n(.*\n)* {4}- "#.*VisitorUpdatedById\/value\/email"/,
  );
});
