import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

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

/** Formats TypeScript as the repository's own is formatted. What configuration stands around the output plays no part. */
export function format(text: string): string {
  const result = spawnSync(binary(), ["check", ...options, "--stdin-file-path=generated.ts"], {
    input: text,
    encoding: "utf8",
    maxBuffer: 1024 * 1024 * 1024,
    cwd: dirname(import.meta.dirname),
  });
  if (result.status !== 0) {
    throw new Error(
      `The generated code does not parse; this is a defect of the generator.\n${result.stderr}`,
    );
  }
  return result.stdout;
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
