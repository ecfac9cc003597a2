import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Benchmark } from "../benchmark.ts";
import type { Contender, Installed } from "../contenders/contender.ts";
import { contenders } from "../contenders/index.ts";
import { ownDescriptionFile } from "../description/description.ts";
import { BenchmarkError } from "../harness/benchmark-error.ts";
import { type Execution, execute } from "../harness/command.ts";
import { pnpm, workFolder } from "../harness/folders.ts";
import { kilobytes, megabytes, nothing } from "../harness/format.ts";
import { generatedFolder, generateOrThrow } from "../harness/generate.ts";
import { packageVersion, versioned } from "../harness/packages.ts";
import { type Size, sizeOf } from "../harness/size.ts";

export const installedSize: Benchmark = {
  name: "installed-size",
  title: "Installed size",
  method:
    "What `npm install` puts into the node_modules of an empty folder, dependencies included, and the sources that are " +
    "generated beside it: the sum of the files' sizes, and the blocks that they take up on the disk. Ours is packed with " +
    "`pnpm pack` first.",
  async run() {
    const sizes = [];
    for (const contender of contenders) {
      const { installs, page, generator } = contender;
      if (!installs && !generator) continue;
      const folder = workFolder("installed-size", contender.name);
      const installed = installs ? await install(installs, folder) : undefined;
      const isGenerated = generator !== undefined && page?.published === undefined;
      sizes.push({
        contender: versioned(contender),
        installed,
        generated: isGenerated ? await generatedSize(contender, folder) : undefined,
      });
    }
    return {
      tables: [
        {
          columns: ["", "installed", "on disk", "files", "generated", "files"],
          rows: sizes.map(({ contender, installed, generated }) => [
            contender,
            installed ? megabytes(installed.bytes) : nothing,
            installed ? megabytes(installed.bytesOnDisk) : nothing,
            installed ? String(installed.files) : nothing,
            generated ? kilobytes(generated.bytes) : nothing,
            generated ? String(generated.files) : nothing,
          ]),
        },
      ],
      values: sizes,
    };
  },
};

async function install(installs: Installed, folder: string): Promise<Size> {
  const specifier =
    installs.from === "registry"
      ? `${installs.package}@${packageVersion(installs.package)}`
      : await pack(installs.folder, folder);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true }));
  const options = ["--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts"];
  expectSuccess("npm install", await execute("npm", ["install", ...options, specifier], { cwd: folder }));
  return sizeOf(join(folder, "node_modules"));
}

/** @returns The packed file, with the versions of the catalog in place of their names. */
async function pack(source: string, folder: string): Promise<string> {
  expectSuccess("pnpm pack", await execute(pnpm, ["pack", "--pack-destination", folder], { cwd: source }));
  const file = readdirSync(folder).find((name) => name.endsWith(".tgz"));
  if (file === undefined) throw new BenchmarkError(`pnpm pack left no file in ${folder}.`);
  return join(folder, file);
}

async function generatedSize({ generator }: Contender, folder: string): Promise<Size> {
  if (generator) await generateOrThrow(generator, ownDescriptionFile, folder);
  return sizeOf(join(folder, generatedFolder));
}

function expectSuccess(what: string, { exitCode, output }: Execution): void {
  if (exitCode !== 0) throw new BenchmarkError(`${output}\n${what} failed; its own words stand above.`);
}
