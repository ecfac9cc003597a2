import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { run } from "@visitors-api/machine/run";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "../../support/folders.ts";
import { NoBuildError } from "../../support/on-demand.ts";
import { checkNames } from "../../visitors/contract/contract.ts";
import { platforms } from "../../visitors/platforms/index.ts";
import { matrix, readme, statedMatrix } from "../../visitors/platforms/matrix.ts";
import type { Report } from "../../visitors/platforms/platform.ts";
import { makeProgramFolder } from "../../visitors/platforms/programs.ts";
import { type ScriptedServer, startScriptedServer } from "../../visitors/scripted-server.ts";

let server: ScriptedServer;
let folder: string;

beforeAll(async () => {
  server = await startScriptedServer();
  folder = await makeProgramFolder();
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const titled = platforms.map((platform) => ({
  ...platform,
  title: `${platform.name} ${platform.version ?? ""}`.trim(),
}));

describe.concurrent.each(titled)("on $title", ({ version, loadings, runContract, command }) => {
  let report: Report;
  let noBuild: string | undefined;

  beforeAll(async () => {
    try {
      report = await runContract({ server, folder });
    } catch (error) {
      if (!(error instanceof NoBuildError)) throw error;
      noBuild = error.message;
    }
  });

  if (version !== undefined) {
    test("it is the version that the matrix names", ({ skip }) => {
      skip(noBuild !== undefined, noBuild);
      expect(report.version).toBe(version);
    });
  }

  test.for(checkNames)("%s", (name, { skip }) => {
    skip(noBuild !== undefined, noBuild);
    const result = report.results.find((candidate) => candidate.name === name);
    expect(result, "It was not checked").toBeDefined();
    expect(result?.problem).toBeUndefined();
  });

  if (loadings.includes("require")) {
    test("CommonJS can require the client, and gets what others import", async ({ skip }) => {
      skip(noBuild !== undefined, noBuild);
      const [program, ...args] = (await command?.(join(folder, "require-client.cjs"))) ?? [""];

      const { status, output } = await run(program, [...args, `${server.origin}/sandbox`], { cwd: folder });

      expect(status, output).toBe(0);
      expect(JSON.parse(output)).toEqual({ hasClient: true, same: true, name: "Gareth Bale", caught: true });
    });
  }
});

test("the client's README names exactly these platforms", async () => {
  const text = await readFile(join(root, readme), "utf8");
  expect(statedMatrix(text), "Run `pnpm run matrix` in tools/e2e to write it").toBe(matrix());
});
