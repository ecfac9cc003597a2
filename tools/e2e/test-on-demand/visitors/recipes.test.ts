import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { launchOptions } from "@visitors-api/machine/chromium";
import { run, runNode } from "@visitors-api/machine/run";
import sandbox from "@visitors-api/sandbox/package.json" with { type: "json" };
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { languageProblems } from "../../../workspace/src/workflows/language.ts";
import { runJest } from "../../packages/jest.ts";
import { has } from "../../support/code-samples.ts";
import { root, temporaryFolder } from "../../support/folders.ts";
import { close, listen } from "../../support/listen.ts";
import { onDemandFolder } from "../../support/on-demand.ts";
import { shownFiles } from "../../support/samples.ts";

const readme = "packages/sandbox/README.md";
const files = await shownFiles(readme);

/** Some of the files that the README shows. */
function shown(...paths: string[]): Record<string, string> {
  return Object.fromEntries(
    paths.map((path) => {
      const text = files[path];
      if (text === undefined) throw new Error(`${readme} shows no ${path}`);
      return [path, text];
    }),
  );
}

/** A folder that has this repository's packages, and links to others. */
async function projectFolder(links: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await temporaryFolder();
  const modules = join(folder, "node_modules");
  await mkdir(modules);
  const all = { "@visitors-api": join(import.meta.dirname, "../../node_modules/@visitors-api"), ...links };
  for (const [name, target] of Object.entries(all)) await symlink(target, join(modules, name), "dir");
  return folder;
}

/** What the command says of itself. */
async function help(): Promise<string> {
  const program = join(root, "packages/sandbox", sandbox.bin["visitors-sandbox"]);
  const { output } = await runNode(program, ["--help"]);
  return output;
}

test("Jest, with the files that the README of the sandbox shows and nothing else, passes", async () => {
  const recipe = shown("jest.config.cjs", "start-sandbox.mjs", "stop-sandbox.mjs", "rename.test.js");
  const { status, output } = await runJest(await projectFolder(), recipe);
  expect(output).toContain("1 passed");
  expect(status).toBe(0);
});

test("Playwright has a page in Chromium call the API's own URL, as the README shows", async () => {
  const folder = await projectFolder({ "@playwright": onDemandFolder("@playwright") });
  const config = `export default { workers: 1, use: { launchOptions: ${JSON.stringify(launchOptions())} } };`;
  const all = { ...shown("rename.spec.mjs"), "playwright.config.mjs": config };
  for (const [name, text] of Object.entries(all)) await writeFile(join(folder, name), text);
  const cli = join(onDemandFolder("@playwright/test"), "cli.js");
  const { status, output } = await runNode(cli, ["test", "--reporter=line"], { cwd: folder });
  expect(output).toContain("1 passed");
  expect(status).toBe(0);
});

describe.each(["test.yml", "test-with-service.yml"])("the workflow %s", (name) => {
  test("is one that GitHub's own parser takes", async () => {
    const path = `.github/workflows/${name}`;
    const text = shown(path)[path] ?? "";
    expect(await languageProblems(path, text)).toEqual([]);
    expect(text).toContain(":4010");
  });
});

test.runIf(await has("curl", "--version"))(
  "the step of the workflow that starts the sandbox goes on when it is up",
  async () => {
    const path = ".github/workflows/test.yml";
    const workflow: { jobs: { test: { steps: { name?: string; run?: string }[] } } } = parse(
      shown(path)[path] ?? "",
    );
    const { run: step = "" } =
      workflow.jobs.test.steps.find(({ name }) => name === "Start the sandbox") ?? {};
    const folder = await projectFolder({ ".bin": join(import.meta.dirname, "../../node_modules/.bin") });
    const port = await freePort();
    // A port of its own, and an end, which the job gives it: npx, and all that it has started.
    const script = `set -m
${step.replaceAll("4010", port).replace("--token", `--port ${port} --token`)}
trap 'kill -- -$!' EXIT`;
    const { status, output } = await run("bash", ["-e", "-c", script], { cwd: folder });
    expect(output).toContain('{"status":"ok"}');
    expect(status).toBe(0);
  },
);

describe("the Dockerfile", () => {
  let instructions: ReadonlyMap<string, string>;

  beforeAll(() => {
    const lines = (shown("Dockerfile")["Dockerfile"] ?? "").trim().split("\n");
    instructions = new Map(
      lines.map((line) => {
        const [, instruction = "", rest = ""] = /^([A-Z]+) (.+)$/.exec(line) ?? [];
        return [instruction, rest];
      }),
    );
    expect(instructions.size).toBe(lines.length);
  });

  test("installs the package, on the Node that this repository runs", () => {
    const [major] = process.versions.node.split(".");
    expect(instructions.get("FROM")).toBe(`node:${major}-alpine`);
    expect(instructions.get("RUN")).toBe(`npm install --global ${sandbox.name}`);
  });

  test("starts the command of the package, with flags that it has", async () => {
    const [name, ...flags]: string[] = JSON.parse(instructions.get("ENTRYPOINT") ?? "");
    expect(Object.keys(sandbox.bin)).toEqual([name]);
    const known = await help();
    for (const flag of flags.filter((flag) => flag.startsWith("--"))) expect(known).toContain(`  ${flag} `);
  });

  test("asks whether it is up where it listens, on a path that needs no credential", async () => {
    const known = await help();
    const [, port] = /--port <number> .*\(default: (\d+)\)/.exec(known) ?? [];
    expect(instructions.get("EXPOSE")).toBe(port);
    const [url = ""] = /http:\S+/.exec(instructions.get("HEALTHCHECK") ?? "") ?? [];
    expect(new URL(url).port).toBe(port);
    expect(known).toMatch(new RegExp(`GET +${new URL(url).pathname} +.*no token is needed`));
  });
});

test("every command that the README has people type has the flags that it names", async () => {
  const known = await help();
  const text = await readFile(join(root, readme), "utf8");
  const lines = text
    .split("\n")
    .filter((line) => /^ *(npx|docker run).*(visitors-sandbox|@visitors-api\/sandbox)/.test(line));
  expect(lines.length).toBeGreaterThan(3);
  const flags = lines.flatMap(
    (line) => line.replace(/^docker run .* visitors-sandbox/, "").match(/--[a-z-]+/g) ?? [],
  );
  expect(flags.filter((flag) => !known.includes(`  ${flag} `))).toEqual([]);
});

async function freePort(): Promise<string> {
  const server = createServer();
  const { port } = new URL(await listen(server));
  await close(server);
  return port;
}
