import { mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { root } from "./root.ts";

/** Makes the folder an ES module package that finds what this package depends on. */
export async function writeConsumer(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  await symlink(join(import.meta.dirname, "../node_modules"), join(folder, "node_modules"), "dir");
  const tsconfig = {
    extends: join(root, "tools/workspace/tsconfig.base.json"),
    include: ["**/*.ts"],
    // A sample may show a value without using it, and reads its environment as people write it.
    compilerOptions: {
      noUnusedLocals: false,
      noPropertyAccessFromIndexSignature: false,
      typeRoots: [join(import.meta.dirname, "../node_modules/@types")],
    },
  };
  const all = {
    "package.json": JSON.stringify({ private: true, type: "module" }),
    "tsconfig.json": JSON.stringify(tsconfig),
    ...files,
  };
  for (const [name, text] of Object.entries(all)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}
