import { mkdir, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Run, runNode } from "@visitors-api/machine/run";
import { onDemandFolder } from "../support/on-demand.ts";
import type { Packed } from "./pack.ts";

/** Compilers by their names in what is installed on demand, and how each finds packages. TypeScript 7 has no node10. */
export const compilers = [
  ["typescript54", ["bundler", "node16", "nodenext", "node10"]],
  ["typescript59", ["bundler", "node16", "nodenext", "node10"]],
  ["typescript7", ["bundler", "node16", "nodenext"]],
] as const;

/** Puts a package, as it is packed, and what it depends on where a project in the folder finds them. */
export async function installPacked({ content, source, manifest }: Packed, folder: string): Promise<void> {
  const modules = join(folder, "node_modules");
  await link(content, join(modules, manifest.name));
  const requireFrom = createRequire(join(source, "package.json"));
  for (const name of Object.keys(manifest.dependencies ?? {})) {
    const main = requireFrom.resolve(name);
    const installed = main.slice(
      0,
      main.lastIndexOf(join("node_modules", name)) + join("node_modules", name).length,
    );
    // A linked package is resolved from where it is, and finds its own dependencies there.
    await link(installed, join(content, "node_modules", name));
  }
}

/** Compiles a program in a folder that has the package. */
export async function compile(
  folder: string,
  program: string,
  [compiler, resolution]: readonly [compiler: string, resolution: string],
): Promise<Run> {
  const moduleKinds: Readonly<Record<string, string>> = { bundler: "esnext", node10: "commonjs" };
  const compilerOptions = {
    module: moduleKinds[resolution] ?? resolution,
    moduleResolution: resolution,
    target: "es2022",
    lib: ["es2022", "dom", "dom.iterable"],
    types: [],
    strict: true,
    noEmit: true,
    // Most of the time would go into the compiler's own libraries; the package's declarations are checked.
    skipDefaultLibCheck: true,
    ...(resolution === "node10" && { esModuleInterop: true }),
  };
  const type = resolution === "node10" ? "commonjs" : "module";
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type }));
  await writeFile(join(folder, "program.ts"), program);
  await writeFile(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions, include: ["program.ts"] }),
  );
  const tsc = join(onDemandFolder(compiler), "bin/tsc");
  return runNode(tsc, ["--project", folder, "--pretty", "false"], { cwd: folder });
}

async function link(target: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await symlink(target, path, "dir");
}
