// Makes the few files that are published. openapi-fetch's code, where the API has parameters for it to write, is bundled with
// ours. Its types stay those of the dependency, so that what takes an openapi-fetch client takes this one.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { rollup } from "rollup";

process.chdir(import.meta.dirname);
const outdir = "dist";
const declarations = `${outdir}/declarations`;
const compiler = "node_modules/@typescript/native/bin/tsc";
const entries = {
  deprecation: "src/deprecation.ts",
  index: "src/index.ts",
  schemas: "src/schemas.ts",
  validation: "src/validation/index.ts",
};

rmSync(outdir, { recursive: true, force: true });
const compiling = once(
  spawn(process.execPath, [compiler, "--project", "tsconfig.build.json", "--outDir", declarations], {
    stdio: "inherit",
  }),
  "exit",
);
await build({
  // esbuild knows the working directory that there was when it was imported.
  absWorkingDir: import.meta.dirname,
  entryPoints: entries,
  outdir,
  bundle: true,
  splitting: true,
  chunkNames: "shared-[hash]",
  format: "esm",
  target: "es2022",
});
// The same for what cannot load ES modules, such as Jest with its defaults. There nobody reads them.
await build({
  entryPoints: entries,
  outdir,
  outExtension: { ".js": ".cjs" },
  bundle: true,
  minify: true,
  format: "cjs",
  platform: "neutral",
  target: "es2022",
});
for (const name of Object.keys(entries))
  writeFileSync(`${outdir}/${name}.d.cts`, `export * from "./${name}.js";\n`);
// It takes sources too, and then compiles them with JavaScript's compiler, in three times the time. To load that takes as long as
// to compile with the other, which goes on meanwhile.
const { dts } = await import("rollup-plugin-dts");
const [exitCode] = await compiling;
if (exitCode !== 0) process.exit(1);
const types = await rollup({
  input: Object.fromEntries(Object.entries(entries).map(([name, source]) => [name, declarationOf(source)])),
  external: ["openapi-fetch"],
  plugins: [dts({ tsconfig: "tsconfig.build.json" })],
});
await types.write({ dir: outdir, chunkFileNames: "shared-[hash].d.ts" });
rmSync(declarations, { recursive: true });
const licence = fileURLToPath(import.meta.resolve("openapi-fetch/LICENSE"));
copyFileSync(licence, `${outdir}/openapi-fetch.LICENSE`);

function declarationOf(source: string): string {
  return source.replace(/^src(.*)\.ts$/, `${declarations}$1.d.ts`);
}
