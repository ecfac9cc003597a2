import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lastRelease, releases } from "../src/releases.ts";
import { repository } from "./support/repository.ts";

test("the last release is the highest version, not the last name", () => {
  const root = repository();
  for (const version of ["0.10.0", "0.9.0", "notes"]) mkdirSync(join(root, "spec/releases", version));
  expect(releases(root).map(({ version }) => version)).toEqual(["0.1.0", "0.9.0", "0.10.0"]);
  expect(lastRelease(root)?.description).toBe(join(root, "spec/releases/0.10.0/openapi.json"));
});
