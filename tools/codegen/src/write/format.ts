import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

const options = [
  "--write",
  // Formatting and the order of imports; the emitters see to the rest.
  "--linter-enabled=false",
  "--indent-style=space",
  "--indent-width=2",
  "--line-width=110",
  "--line-ending=lf",
  // The largest public descriptions make files of several megabytes.
  `--files-max-size=${256 * 1024 * 1024}`,
];

/**
 * Formats TypeScript files as the repository's own are formatted. It is done in a folder of their own, so that no
 * configuration around the output plays a part, and has begun, in a process of its own, when this returns.
 *
 * @param files Texts by file names.
 */
export async function format(files: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "codegen-"));
  try {
    for (const [name, text] of files) writeFileSync(join(folder, name), text);
    await run(binary(), ["check", ...options, folder], { cwd: folder }).catch(
      ({ stderr }: { stderr: string }) => {
        throw new Error(`The generated code does not parse; this is a defect of the generator.\n${stderr}`);
      },
    );
    return new Map([...files.keys()].map((name) => [name, readFileSync(join(folder, name), "utf8")]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Biome itself. Its command is a script that starts this, in ten times the time. */
function binary(): string {
  const require = createRequire(import.meta.resolve("@biomejs/biome/package.json"));
  const platform = `${process.platform}-${process.arch}`;
  for (const name of [platform, `${platform}-musl`]) {
    try {
      const folder = dirname(require.resolve(`@biomejs/cli-${name}/package.json`));
      const file = ["biome", "biome.exe"].map((file) => join(folder, file)).find(existsSync);
      if (file) return file;
    } catch {
      // Not the one that is installed here.
    }
  }
  throw new Error(`There is no Biome for ${platform}. Install the dependencies again on this machine.`);
}
