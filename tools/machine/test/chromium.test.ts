import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { browserPaths, ensureBrowser, findBrowser } from "../src/chromium/find.ts";
import { installers } from "../src/chromium/install.ts";
import { type Machine, thisMachine } from "../src/chromium/this-machine.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "browser-"));
  mkdirSync(join(folder, "bin"));
  writeFileSync(join(folder, "no-folder"), "");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A Debian with nothing on it but what a test puts into bin/. */
function machine(settings: Partial<Machine> = {}): Machine {
  return {
    platform: "linux",
    environment: {
      PATH: join(folder, "bin"),
      // Playwright cannot write there, so it fails at once, and nobody listens there either.
      PLAYWRIGHT_BROWSERS_PATH: join(folder, "no-folder/downloads"),
      PLAYWRIGHT_DOWNLOAD_HOST: "http://127.0.0.1:9",
    },
    home: folder,
    playwrightBrowser: join(folder, "playwright-browser"),
    isRoot: true,
    osRelease: "ID=debian\n",
    ...settings,
  };
}

function program(name: string, script = "exit 0"): string {
  const path = join(folder, "bin", name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

describe("looking for a browser", () => {
  test("CHROMIUM_PATH comes first", async () => {
    program("chromium");
    const chosen = program("my-browser");
    const environment = { PATH: join(folder, "bin"), CHROMIUM_PATH: chosen };
    expect(await ensureBrowser(machine({ environment }))).toBe(chosen);
  });

  test("a CHROMIUM_PATH that does not run is an error, not a reason to take another", async () => {
    program("chromium");
    const environment = { PATH: join(folder, "bin"), CHROMIUM_PATH: "/no/such/browser" };
    await expect(ensureBrowser(machine({ environment }))).rejects.toThrow(
      /CHROMIUM_PATH is \/no\/such\/browser/,
    );
  });

  test("an installed Chrome or Edge will do, and playwright's own after them", () => {
    expect(findBrowser(machine())).toBeUndefined();
    const edge = program("microsoft-edge");
    expect(findBrowser(machine({ playwrightBrowser: edge }))).toBe(edge);
    const chrome = program("google-chrome");
    expect(findBrowser(machine({ playwrightBrowser: edge }))).toBe(chrome);
  });

  test("a program that only says what to install is passed over", () => {
    program("chromium", "echo 'install the snap'; exit 1");
    const chrome = program("google-chrome");
    expect(findBrowser(machine())).toBe(chrome);
  });

  test("macOS and Windows are searched where browsers install themselves there", () => {
    expect(browserPaths(machine({ platform: "darwin", home: "/Users/me" }))).toContain(
      join("/Users/me", "Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    );
    expect(
      browserPaths(
        machine({ platform: "win32", environment: { "PROGRAMFILES(X86)": "C:\\Program Files (x86)" } }),
      ),
    ).toContain("C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe");
  });

  // Where there is none, `npm test` has said so, and runs what needs none.
  test.runIf(process.env["CHROMIUM_PATH"])("the one that tests run in does run", async () => {
    expect(await ensureBrowser(thisMachine())).toBe(process.env["CHROMIUM_PATH"]);
  });
});

describe("installing a browser", () => {
  test("Debian's own package is tried first, where it may be installed", async () => {
    symlinkSync("/usr/bin/env", join(folder, "bin/env"));
    const chromium = join(folder, "bin/chromium");
    const log = join(folder, "log");
    program(
      "apt-get",
      `echo "$*" >> ${log}; case "$*" in *install*) printf '#!/bin/sh\\nexit 0\\n' > ${chromium}; /bin/chmod +x ${chromium};; esac`,
    );
    expect(await ensureBrowser(machine())).toBe(chromium);
  });

  test("without the right to install packages it is playwright's download", () => {
    expect(installers(machine({ isRoot: false })).map(({ name }) => name)).toEqual(["playwright"]);
    expect(installers(machine({ platform: "darwin", osRelease: "" })).map(({ name }) => name)).toEqual([
      "playwright",
    ]);
  });

  test("on Ubuntu, whose package is a stub, the download comes first", () => {
    const ubuntu = machine({ osRelease: "ID=ubuntu\nID_LIKE=debian\n" });
    expect(installers(ubuntu).map(({ name }) => name)).toEqual(["playwright", "apt-get"]);
  });

  test("when nothing works, the message says what was tried and what to do", async () => {
    symlinkSync("/usr/bin/env", join(folder, "bin/env"));
    program("apt-get", "echo 'E: Unable to locate package chromium' >&2; exit 100");
    const failure = ensureBrowser(machine());
    await expect(failure).rejects.toThrow("apt-get: E: Unable to locate package chromium");
    await expect(failure).rejects.toThrow(/playwright: .+/);
    await expect(failure).rejects.toThrow("set CHROMIUM_PATH");
  });
});
