import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishingProblems, typeProblems } from "../packages/check.ts";
import { type Packed, packAll } from "../packages/pack.ts";

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

/** What a package has in its tarball beside what every package has. */
async function published(name: string, source: string): Promise<string[]> {
  const dist = (names: readonly string[], ending: string) => names.map((file) => `dist/${file}${ending}`);
  switch (name) {
    case "@visitors-api/spec":
      return ["dist/openapi.json", "openapi.yaml", "update-visitor.arazzo.yaml"];
    case "@visitors-api/client": {
      const modules = ["index", "schemas", "shared", "validation"];
      return [...dist(modules, ".js"), ...dist(modules, ".d.ts"), "dist/openapi-fetch.LICENSE"];
    }
    default: {
      const sources = await readdir(join(source, "src"), { recursive: true });
      const names = sources.flatMap((file) => /^(.*)\.ts$/.exec(file)?.[1] ?? []);
      return [...dist(["index", "node/index", "node/main", "shared"], ".js"), ...dist(names, ".d.ts")];
    }
  }
}

describe.each(["@visitors-api/spec", "@visitors-api/client", "@visitors-api/sandbox"])(
  "%s, packed",
  (name) => {
    test("has a README, a changelog, a licence, what its sources are built to, and nothing else", async () => {
      const { source, files } = packed(name);
      const unhashed = files.map((file) => file.replace(/(shared)-[\w-]{8}(?=\.)/, "$1"));
      const expected = [
        "CHANGELOG.md",
        "LICENSE",
        "README.md",
        "package.json",
        ...(await published(name, source)),
      ];
      expect([...new Set(unhashed)].sort()).toEqual(expected.sort());
    });

    test("names its dependencies by their versions, as no registry knows workspaces and catalogs", async () => {
      const { content, manifest } = packed(name);
      expect(await readFile(join(content, "package.json"), "utf8")).not.toMatch(/"(workspace|catalog):/);
      for (const version of Object.values(manifest.dependencies ?? {}))
        expect(version).toMatch(/^[\^~]?\d+\.\d+\.\d+$/);
    });

    test("leaves publint nothing to say", async () => {
      expect(await publishingProblems(packed(name))).toEqual([]);
    });

    if (name !== "@visitors-api/spec") {
      test("has types that are right wherever ES modules are resolved", async () => {
        expect(await typeProblems(packed(name))).toEqual({ hasTypes: true, problems: [] });
      });
    }
  },
);
