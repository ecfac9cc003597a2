import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { limits } from "@visitors-api/machine/limits";
import { start } from "@visitors-api/machine/start";
import { copyWorkTree } from "@visitors-api/release/copy";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { childEnvironment } from "../environment.mjs";
import { isInstalled, linkedDependencies } from "../installed.mjs";
import { missingBuildProblem, nodeVersionProblem } from "../node-version.mjs";
import { root } from "../src/root.ts";

let workspace: string;

/** The package that has Node for this platform. */
const build = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;

const manifest = {
  type: "module",
  engines: { node: ">=20.19" },
  packageManager: "pnpm@12.21.0",
  scripts: { leave: "", "leave:well": "", wait: "" },
  optionalDependencies: { [build]: "24.21.0" },
};

const lockfile = `lockfileVersion: '9.0'

importers:

  .:
    devDependencies:
      turbo:
        specifier: 'catalog:'
        version: 2.11.11

  packages/one:
    dependencies:
      '@scope/library':
        specifier: 'catalog:'
        version: 1.0.0
    optionalDependencies:
      left-out:
        specifier: 'catalog:'
        version: 1.0.0

packages:
`;

function pinnedNode(): string {
  return join(workspace, "node_modules", build, "bin", process.platform === "win32" ? "node.exe" : "node");
}

function write(path: string, text: string): void {
  const file = join(workspace, path);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, text);
}

function program(path: string, script: string): void {
  write(path, `#!/bin/sh\n${script}\n`);
  chmodSync(join(workspace, path), 0o755);
}

/** A small workspace with everything in place: this package's bootstrap, two commands, and one dependency. */
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), "bootstrap-"));
  cpSync(join(root, "tools/workspace"), join(workspace, "tools/workspace"), {
    recursive: true,
    filter: (path) => !/node_modules|[\\/]src[\\/]|[\\/]test[\\/]/.test(path),
  });
  write("package.json", JSON.stringify(manifest));
  write("pnpm-workspace.yaml", "packages:\n  - packages/*\n\nnodeVersion: 24.21.0\n");
  write("pnpm-lock.yaml", lockfile);
  write("packages/one/package.json", "{}");
  write("tools/workspace/src/leave.ts", "process.exit(Number(process.argv[2]));");
  write("tools/workspace/src/leave-well.ts", "process.exit(0);");
  write(
    "tools/workspace/src/wait.ts",
    `process.on("SIGTERM", () => { console.log("ended well"); process.exit(3); }); console.log("ready"); setTimeout(() => {}, ${limits.process});`,
  );
  write("node_modules/.pnpm/lock.yaml", lockfile);
  write("packages/one/node_modules/@scope/library/package.json", "{}");
  write("node_modules/turbo/package.json", "{}");
  write(join("node_modules", build, "bin/README.md"), "");
  symlinkSync(process.execPath, pinnedNode());
  write("node_modules/.pnpm-workspace-state-v1.json", "{}");
  const later = Date.now() / 1000 + 5;
  utimesSync(join(workspace, "node_modules/.pnpm-workspace-state-v1.json"), later, later);
});

afterEach(() => rmSync(workspace, { recursive: true, force: true }));

function run(commandArguments: string[], environment: NodeJS.ProcessEnv = {}) {
  return spawnSync(
    process.execPath,
    [join(workspace, "tools/workspace/bootstrap.mjs"), ...commandArguments],
    {
      encoding: "utf8",
      env: { ...process.env, ...environment },
      timeout: limits.process,
    },
  );
}

describe("a command", () => {
  test("that does not exist ends with 2 and the names of those that do", () => {
    const { status, stderr } = run(["stat"]);
    expect(stderr).toBe('There is no command "stat". The commands are: leave, leave:well, wait.\n');
    expect(status).toBe(2);
  });

  test("passes on its exit code", () => {
    expect(run(["leave", "7"]).status).toBe(7);
    expect(run(["leave", "0"]).status).toBe(0);
    expect(run(["leave:well"]).status).toBe(0);
  });

  test("is told of a signal and ends in its own way", async () => {
    const started = start(process.execPath, [join(workspace, "tools/workspace/bootstrap.mjs"), "wait"]);
    await started.printed(/ready/);
    started.process.kill("SIGTERM");
    expect(await started.ended).toBe(3);
    expect(started.output()).toBe("ready\nended well\n");
  });
});

describe("installing", () => {
  test("is not done when everything is in place", () => {
    expect(isInstalled(workspace)).toBe(true);
  });

  test.each([
    ["the lockfile is another one", () => write("pnpm-lock.yaml", `${lockfile}  another:\n`)],
    ["there is no node_modules", () => rmSync(join(workspace, "node_modules"), { recursive: true })],
    [
      "a package's own node_modules is gone",
      () => rmSync(join(workspace, "packages/one/node_modules"), { recursive: true }),
    ],
    ["the pinned Node is gone", () => rmSync(pinnedNode())],
    [
      "a package.json was edited afterwards",
      () => {
        const later = Date.now() / 1000 + 60;
        utimesSync(join(workspace, "packages/one/package.json"), later, later);
      },
    ],
  ])("is done when %s", (_what, change) => {
    change();
    expect(isInstalled(workspace)).toBe(false);
  });

  test("is not done in a copy of a work tree that has everything in place", async () => {
    write(".gitignore", "node_modules\n");
    execFileSync("git", ["init", "--quiet"], { cwd: workspace });
    // All of it was there for a while, so that a copy that is made now is newer.
    const [written, installed] = [Date.now() / 1000 - 120, Date.now() / 1000 - 60];
    for (const file of ["package.json", "pnpm-workspace.yaml", "packages/one/package.json"])
      utimesSync(join(workspace, file), written, written);
    utimesSync(join(workspace, "node_modules/.pnpm-workspace-state-v1.json"), installed, installed);
    const copy = mkdtempSync(join(tmpdir(), "bootstrap-copy-"));
    onTestFinished(() => rmSync(copy, { recursive: true, force: true }));

    await copyWorkTree(workspace, copy);

    expect(isInstalled(copy)).toBe(true);
  });

  test("looks for every dependency but the optional ones", () => {
    expect(linkedDependencies(lockfile)).toEqual([
      join("node_modules/turbo"),
      join("packages/one/node_modules/@scope/library"),
    ]);
  });

  test("says in one message that the network failed", () => {
    program(
      "bin/npx",
      'echo "npm error code EAI_AGAIN" >&2; echo "npm error request to https://registry.example/pnpm failed, reason: getaddrinfo EAI_AGAIN" >&2; exit 1',
    );
    rmSync(join(workspace, "node_modules"), { recursive: true });
    const { status, stderr } = run(["leave", "0"], { PATH: join(workspace, "bin"), npm_execpath: "" });
    expect(stderr).toMatch(
      /^The packages could not be downloaded: request to https:\/\/registry\.example\/pnpm failed/,
    );
    expect(stderr.trim().split("\n")).toHaveLength(2);
    expect(status).toBe(1);
  });

  test("shows all that pnpm said when it fails for another reason, and nothing of it when it succeeds", () => {
    rmSync(join(workspace, "node_modules/.pnpm"), { recursive: true });
    program(
      "bin/npx",
      'echo "[WARN] GET https://registry.example/x error (ETIMEDOUT), retried"; echo "Error: ERR_PNPM_IGNORED_BUILDS"; echo "  the rest of it"; exit 1',
    );
    const failed = run(["leave", "0"], { PATH: join(workspace, "bin"), npm_execpath: "" });
    expect(failed.stderr).toContain("ERR_PNPM_IGNORED_BUILDS\n  the rest of it");
    expect(failed.stderr).not.toContain("could not be downloaded");
    expect(failed.status).toBe(1);

    program("bin/npx", 'echo "many words"; exit 0');
    const succeeded = run(["leave", "0"], { PATH: join(workspace, "bin"), npm_execpath: "" });
    expect(succeeded.stdout).toMatch(/Packages installed in [\d.]+ s/);
    expect(succeeded.stdout).not.toContain("many words");
    expect(succeeded.status).toBe(0);
  });

  test("that is interrupted says that it was stopped, and nothing of a failure", async () => {
    rmSync(join(workspace, "node_modules/.pnpm"), { recursive: true });
    program("bin/npx", "exec /bin/sleep 600");
    const bootstrap = join(workspace, "tools/workspace/bootstrap.mjs");
    const env = { ...process.env, PATH: join(workspace, "bin"), npm_execpath: "" };
    const started = start(process.execPath, [bootstrap, "leave", "0"], { env });
    const [{ length }] = await started.printed(/^.+\n/);
    started.process.kill("SIGINT");
    expect(await started.ended).toBe(1);
    expect(started.output().slice(length)).toBe(
      "The installation was stopped. Run this again, and it goes on from there.\n",
    );
  });

  test("keeps its downloads in the clone where the home folder cannot be written", () => {
    rmSync(join(workspace, "node_modules/.pnpm"), { recursive: true });
    program("bin/npx", 'echo "home $HOME, cache $npm_config_cache, settings $npm_config_userconfig"; exit 1');
    const home = join(workspace, "no-home");
    const { stdout, stderr } = run(["leave", "0"], {
      PATH: join(workspace, "bin"),
      HOME: home,
      npm_execpath: "",
      npm_config_cache: join(home, ".npm"),
      npm_config_userconfig: join(home, ".npmrc"),
    });
    const other = "node_modules/.cache/home";
    expect(stdout).toContain(`${home} cannot be written; what is downloaded is kept in ${other}\n`);
    expect(stderr).toContain(`home ${join(workspace, other)}, cache , settings ${join(home, ".npmrc")}\n`);
  });
});

test("an old Node is told which one is needed", () => {
  expect(nodeVersionProblem("18.20.4", ">=20.19")).toMatch(
    /^Node 18\.20\.4 is too old.* Node 20\.19 or newer/,
  );
  expect(nodeVersionProblem("20.18.3", ">=20.19")).toBeDefined();
  expect(nodeVersionProblem("20.19.0", ">=20.19")).toBeUndefined();
  expect(nodeVersionProblem("24.0.0", ">=20.19")).toBeUndefined();
});

test("every platform has the same Node, which is the one that engines are checked against", () => {
  const settings = readFileSync(join(root, "pnpm-workspace.yaml"), "utf8");
  const { optionalDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const [, version] = /^nodeVersion: (.*)$/m.exec(settings) ?? [];
  const builds = Object.keys(optionalDependencies);
  expect(builds).toContain(build);
  for (const name of builds) expect(settings).toContain(`    ${name}: ${version}\n`);
});

test("where npm has no build of the pinned Node, the one that is there does, and an older one is told so", () => {
  write("package.json", JSON.stringify({ ...manifest, optionalDependencies: {} }));
  const later = Date.now() / 1000 + 60;
  utimesSync(join(workspace, "node_modules/.pnpm-workspace-state-v1.json"), later, later);
  rmSync(pinnedNode());
  expect(run(["leave", "7"]).status).toBe(7);

  expect(missingBuildProblem("24.0.0", workspace)).toBeUndefined();
  expect(missingBuildProblem("20.19.0", workspace)).toMatch(
    /^npm has no build of Node 24 for .* Install Node 24 or newer/,
  );
});

test("what npm run adds to the environment goes no further, and a user's own settings do", () => {
  const child = childEnvironment(
    {
      PATH: "/usr/bin",
      npm_lifecycle_event: "start",
      npm_package_name: "visitors-api",
      npm_config_local_prefix: "/somewhere",
      npm_config_npm_version: "11.0.0",
      npm_config_registry: "https://registry.example",
    },
    "/workspace/node_modules/.bin",
  );
  expect(
    Object.keys(child).filter((name) => /^npm_(lifecycle|package|config_(local|npm))/.test(name)),
  ).toEqual([]);
  expect(child["npm_config_registry"]).toBe("https://registry.example");
  expect(child["PATH"]).toMatch(/^\/workspace\/node_modules\/\.bin[:;]\/usr\/bin$/);
});

test("what Node compiles is kept with what is installed, unless the user has another place for it", () => {
  const kept = (environment: NodeJS.ProcessEnv) =>
    childEnvironment(environment, "/workspace/node_modules/.bin")["NODE_COMPILE_CACHE"];
  expect(kept({})).toBe(join("/workspace/node_modules/.cache/node-compile-cache"));
  expect(kept({ NODE_COMPILE_CACHE: "/elsewhere" })).toBe("/elsewhere");
});
