import { cp, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";

const here = import.meta.dirname;

/**
 * Makes a folder outside of the repository with the client in its node_modules, the contract as one module, and the
 * programs that run it; those for platforms without files as bundles. Whoever asked removes it.
 */
export async function makeProgramFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "visitors-api-platforms-"));
  try {
    await symlink(join(here, "../../../node_modules"), join(folder, "node_modules"), "dir");
    await cp(join(here, "programs"), folder, { recursive: true });
    const shared = { bundle: true, format: "esm", target: "es2022", logLevel: "silent" } as const;
    await build({
      ...shared,
      entryPoints: [join(here, "../contract/contract.ts")],
      outfile: join(folder, "contract.mjs"),
    });
    const programs = ["worker", "page"].map((name) => ({
      in: join(folder, `${name}.mjs`),
      out: `${name}.bundle`,
    }));
    await build({ ...shared, entryPoints: programs, outdir: folder, absWorkingDir: folder });
    return folder;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}
