import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { contenders } from "../src/contenders/index.ts";
import { contendersAsked, root } from "../src/harness/folders.ts";

const { dependencies } = JSON.parse(readFileSync(join(contendersAsked, "package.json"), "utf8"));
const lockfile = parse(readFileSync(join(contendersAsked, "pnpm-lock.yaml"), "utf8"));
const workspace = parse(readFileSync(join(root, "pnpm-workspace.yaml"), "utf8"));

describe("the contenders", () => {
  test("stand in their lockfile, each in one exact version", () => {
    const locked = lockfile.importers["."].dependencies;
    expect(Object.keys(locked).toSorted()).toEqual(Object.keys(dependencies).toSorted());
    for (const [name, version] of Object.entries(dependencies)) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
      expect(locked[name]?.specifier, name).toBe(version);
    }
  });

  test("are as new as what the workspace itself uses of them", () => {
    const catalog = { ...workspace.catalog, ...workspace.catalogs["compiler-api"] };
    const shared = Object.keys(dependencies).filter((name) => name in catalog);
    expect(shared).toContain("openapi-fetch");
    for (const name of shared) expect([name, dependencies[name]]).toEqual([name, catalog[name]]);
  });

  test("are no part of an install of the workspace", () => {
    const installed = readFileSync(join(root, "pnpm-lock.yaml"), "utf8");
    expect(installed).not.toContain("bench/contenders");
    for (const name of ["@hey-api/openapi-ts", "intercom-client", "orval"]) {
      expect(Object.keys(dependencies)).toContain(name);
      expect(installed).not.toContain(`${name}@`);
    }
  });

  test("can all be named in a table, and be installed or generated", () => {
    const names = contenders.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, generator, installs, page } of contenders.slice(1)) {
      expect([name, generator !== undefined || page.published !== undefined]).toEqual([name, true]);
      if (page.published !== undefined) expect(installs, name).toBeDefined();
    }
  });
});
