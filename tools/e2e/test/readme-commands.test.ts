import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runHere } from "@visitors-api/machine/command";
import { run, runNode } from "@visitors-api/machine/run";
import { specDiff } from "@visitors-api/spec-diff/command";
import { describe, expect, test } from "vitest";
import { root } from "../support/folders.ts";
import { repositoryCommands } from "../support/samples.ts";
import { shellWords } from "../support/shell-words.ts";

const commands = await repositoryCommands();
const manifest: Manifest = manifestOf(".");

interface Manifest {
  readonly name: string;
  readonly scripts: Readonly<Record<string, string>>;
}

describe("a command in a README is one that somebody has who has Node and npm alone:", () => {
  test.each(commands)("$place $command", ({ command }) => {
    const [, script = "", rest = ""] = /^npm (?:run )?(\S+)(?: -- (.*))?$/.exec(command) ?? [];
    if (!/^npm (run|start|test)/.test(command))
      return expect(command).toMatch(/^(git |npm install|npx |export )/);
    expect(Object.keys(manifest.scripts)).toContain(script);
    if (script === "node") expect(existsSync(join(root, rest.split(" ")[0] ?? ""))).toBe(true);
    const [, name, ran] = /--filter @visitors-api\/(\S+) run (\S+)/.exec(rest) ?? [];
    if (name !== undefined) expect(Object.keys(scriptsOf(name))).toContain(ran);
  });
});

test("what CONTRIBUTING says to change is there", () => {
  const text = readFileSync(join(root, ".github/CONTRIBUTING.md"), "utf8");
  const [, table = ""] = /^## Where do I change …\n(.*?)^## /ms.exec(text) ?? [];
  const paths = [...table.matchAll(/\| `([^`]+)`/g)].map(([, path = ""]) => path);
  expect(paths.length).toBeGreaterThanOrEqual(10);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

/** Those of the top folder that are ours, and no other program under a name of ours. */
const ownCommands = Object.entries(manifest.scripts)
  .filter(([name, script]) => script.includes("bootstrap.mjs") && !["node", "pnpm"].includes(name))
  .map(([name]) => name);

test.each(ownCommands)("npm run %s tells how it is used, and refuses what it does not know", async (name) => {
  const bootstrap = join(root, "tools/workspace/bootstrap.mjs");
  const told = await runNode(bootstrap, [name, "--help"]);
  expect(told.stdout).toMatch(new RegExp(`^Usage: npm (run )?${name}\\b.*\n\n`));
  expect(told.status, told.stderr).toBe(0);
  const refused = await runNode(bootstrap, [name, "--no-such-option"]);
  expect(refused.stderr).toContain("--no-such-option");
  expect(refused.status).toBe(2);
});

/** Those that read and print, and take a second. */
const quick = commands.filter(
  ({ command }) =>
    /^npm run (spec:diff|.* --check$|node .* --help$)/.test(command) &&
    // Before the first release there is no version to compare with.
    (!/ \d+\.\d+\.\d+$/.test(command) || existsSync(join(root, "spec/releases"))),
);

/** One of those that compare is typed as it stands; for the others the command is asked with what is typed after its name. */
const [compared, ...otherwise] = quick.filter(({ command }) => command.startsWith("npm run spec:diff"));

describe("it runs as it is written:", () => {
  test.each(quick.filter((command) => !otherwise.includes(command)))(
    "$place $command",
    async ({ command }) => {
      const { status, output } = await run("sh", ["-c", command], { cwd: root });
      expect(status, output).toBe(0);
    },
  );

  test.each(otherwise)("$place $command", async ({ command }) => {
    const [, given = ""] = command.split(" -- ");
    const { status, stderr } = await runHere(specDiff, shellWords(given, {}), root);
    expect(status, stderr).toBe(0);
  });

  test("there are some", () => {
    expect(compared).toBeDefined();
    expect(quick.length).toBeGreaterThan(5);
  });
});

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
}

/** @param name A package's, without its scope. */
function scriptsOf(name: string): Manifest["scripts"] {
  const folder = ["spec", `packages/${name}`, `tools/${name}`].find(
    (place) => place.endsWith(name) && existsSync(join(root, place, "package.json")),
  );
  return folder === undefined ? {} : manifestOf(folder).scripts;
}
