import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishingProblems, typeProblems } from "../packages/check.ts";
import { installWith, publish } from "../packages/consumer.ts";
import { type Packed, packAll } from "../packages/pack.ts";
import { type Registry, startRegistry } from "../packages/registry.ts";
import { runNode } from "../support/run.ts";
import { readmeSamples } from "../support/samples.ts";
import { startServerProcess } from "../support/server-process.ts";
import { typeCheck } from "../support/type-check.ts";

let folder: string;
let packages: readonly Packed[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "visitors-api-packages-"));
  packages = await packAll(folder);
}, 60_000);

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
    test("has a README, a licence, what its sources are built to, and nothing else", async () => {
      const { source, files } = packed(name);
      const unhashed = files.map((file) => file.replace(/(shared)-[\w-]{8}(?=\.)/, "$1"));
      const expected = ["LICENSE", "README.md", "package.json", ...(await published(name, source))];
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

describe("published to a registry", () => {
  let registry: Registry;

  beforeAll(async () => {
    const own = join(folder, "registry");
    await mkdir(own);
    registry = await startRegistry(own);
    for (const one of packages) await publish(one, registry, own);
  }, 90_000);

  afterAll(() => registry.stop());

  test.each(["npm", "pnpm"] as const)(
    "they install with %s in an empty project, and the client's quick start compiles and runs",
    async (manager) => {
      const project = join(folder, manager);
      await installWith(manager, packages, registry, project);
      const [quickStart] = (await readmeSamples()).filter(({ place }) =>
        place.startsWith("packages/client/"),
      );
      await writeFile(join(project, "quick-start.ts"), quickStart?.code ?? "");

      const compiled = await typeCheck(project);
      expect(compiled.status, compiled.output).toBe(0);

      const command = join(project, "node_modules/.bin/visitors-sandbox");
      const sandbox = await startServerProcess(command, ["--port", "0", "--token", "secret"]);
      try {
        const env = { INTERCOM_ACCESS_TOKEN: "secret", INTERCOM_BASE_URL: sandbox.url };
        const { status, output } = await runNode(join(project, "quick-start.ts"), [], { cwd: project, env });
        expect(status, output).toBe(0);
        expect(output).toMatch(/^Gareth Bale has visited \d+ times\n$/);
      } finally {
        await sandbox.stop();
      }
    },
    90_000,
  );
});
