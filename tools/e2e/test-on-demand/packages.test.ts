import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { filesOf } from "@visitors-api/codegen/load";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishingProblems, typeProblems } from "../packages/check.ts";
import { compile, compilers, installPacked } from "../packages/compile.ts";
import { runJest } from "../packages/jest.ts";
import { type Packed, packAll } from "../packages/pack.ts";
import { jestTest, typedProgram } from "../packages/programs.ts";
import { root } from "../support/folders.ts";

let folder: string;
let packages: readonly Packed[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "visitors-api-packages-"));
  packages = await packAll(folder);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function packed(name: string): Packed {
  const found = packages.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`${name} was not packed`);
  return found;
}

/** The description, in one file or in several. */
const description = (await filesOf(join(root, "spec/openapi.yaml"))).map((file) =>
  relative(join(root, "spec"), file).replaceAll("\\", "/"),
);

/** Those that stand beside the description. */
const workflows = readdirSync(join(root, "spec")).filter((file) => file.endsWith(".arazzo.yaml"));

/** What a package has in its tarball beside what every package has. */
function published(name: string): string[] {
  const dist = (names: readonly string[], ending: string) => names.map((file) => `dist/${file}${ending}`);
  switch (name) {
    case "@visitors-api/spec":
      return ["dist/openapi.json", ...description, ...workflows];
    case "@visitors-api/client": {
      const entries = ["deprecation", "index", "schemas", "validation"];
      const modules = [...entries, "shared"];
      return [
        ...[".js", ".d.ts"].flatMap((ending) => dist(modules, ending)),
        ...[".cjs", ".d.cts"].flatMap((ending) => dist(entries, ending)),
        "dist/openapi-fetch.LICENSE",
      ];
    }
    case "@visitors-api/mcp":
      return [
        ...dist(["main", "shared"], ".js"),
        ...["api.json", "THIRD-PARTY-NOTICES.txt"].map((file) => `dist/${file}`),
        ...builtApi().resources.map(({ file }) => `dist/resources/${file}`),
      ];
    default: {
      const modules = ["index", "node/index", "shared"];
      return [
        ...dist([...modules, "node/command", "node/main"], ".js"),
        ...dist(modules, ".d.ts"),
        "dist/THIRD-PARTY-NOTICES.txt",
      ];
    }
  }
}

/** What the tools for agents are built to, as far as it names files. */
function builtApi(): { readonly resources: readonly { readonly file: string }[] } {
  const manifest = import.meta.resolve("@visitors-api/mcp/package.json");
  return JSON.parse(readFileSync(new URL("dist/api.json", manifest), "utf8"));
}

/** What a statement or an `import()` names. A text may end in `import` too, as a path does that is one of a description. */
const importedPackage =
  /(?:^(?:import|export)\b(?:[^"';]*\bfrom)?\s*|\bimport\(\s*)["']((?:@[^/"']+\/)?[^./"'][^/"']*)/gm;

describe.each(["@visitors-api/spec", "@visitors-api/client", "@visitors-api/sandbox", "@visitors-api/mcp"])(
  "%s, packed",
  (name) => {
    test("has a README, a changelog, a licence, what its sources are built to, and nothing else", () => {
      const { files } = packed(name);
      const unhashed = files.map((file) => file.replace(/(shared)-[\w-]{8}(?=\.)/, "$1"));
      const expected = ["CHANGELOG.md", "LICENSE", "README.md", "package.json", ...published(name)];
      expect([...new Set(unhashed)].sort()).toEqual(expected.sort());
    });

    test("names its dependencies by their versions, as no registry knows workspaces and catalogs", async () => {
      const { content, manifest } = packed(name);
      expect(await readFile(join(content, "package.json"), "utf8")).not.toMatch(/"(workspace|catalog):/);
      for (const version of Object.values(manifest.dependencies ?? {}))
        expect(version).toMatch(/^[\^~]?\d+\.\d+\.\d+$/);
    });

    test("imports nothing, for its code or its types, that is not installed with it", async () => {
      const { content, files, manifest } = packed(name);
      for (const file of files.filter((file) => /\.(js|d\.ts)$/.test(file))) {
        const text = await readFile(join(content, file), "utf8");
        const packages = [...text.matchAll(importedPackage)].map(([, it]) => it);
        const missing = packages.filter(
          (it) => !it?.startsWith("node:") && !manifest.dependencies?.[it ?? ""],
        );
        expect({ file, missing }).toEqual({ file, missing: [] });
      }
    });

    test("leaves publint nothing to say", async () => {
      expect(await publishingProblems(packed(name))).toEqual([]);
    });

    if (/client|sandbox/.test(name)) {
      test("has types that are right wherever ES modules are resolved", async () => {
        expect(await typeProblems(packed(name))).toEqual({ hasTypes: true, problems: [] });
      });
    }
  },
);

describe("@visitors-api/client, packed, in a project of its own", () => {
  let project: string;

  beforeAll(async () => {
    project = await mkdtemp(join(tmpdir(), "visitors-api-project-"));
    await installPacked(packed("@visitors-api/client"), project);
  });

  afterAll(() => rm(project, { recursive: true, force: true }));

  describe.each(compilers)("has types for %s", (...choice) => {
    let compiled: Awaited<ReturnType<typeof compile>>;

    beforeAll(async () => {
      compiled = await compile(project, typedProgram, choice);
    });

    test.each(choice[1].map((resolution) => [resolution]))("with the module resolution %s", (resolution) => {
      expect(compiled.said.get(resolution)).toBe("");
    });

    test("with each of them", () => {
      expect(compiled.status).toBe(0);
    });
  });

  test("can be required by Jest with its defaults", async () => {
    const { status, output } = await runJest(project, { "client.test.js": jestTest });
    expect(output).toContain("1 passed");
    expect(status).toBe(0);
  });
});
