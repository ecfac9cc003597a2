// Makes the few files that are published: a command of six starts 25 ms sooner than one of ninety. What is no dependency of the
// package, as what reads descriptions, is bundled with it: what reads their files would be twenty packages of 15 MB to install, and is
// 440 KB that only --description loads.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { rollup } from "rollup";
import api from "../../spec/api.json" with { type: "json" };
import { commonJsBuiltins } from "./build/commonjs-builtins.ts";
import { noticesOf } from "./build/notices.ts";
import manifest from "./package.json" with { type: "json" };

process.chdir(import.meta.dirname);
const outdir = "dist";
const declarations = `${outdir}/declarations`;
const compiler = "node_modules/@typescript/native/bin/tsc";
// What this API does beyond its description has a folder of its own; without it, the package is the engine.
const domain = existsSync(`src/${api.name}`);
const entries = {
  index: domain ? `src/${api.name}/index.ts` : "src/index.ts",
  "node/index": "src/node/index.ts",
};
const external = Object.keys(manifest.dependencies);

rmSync(outdir, { recursive: true, force: true });
const compiling = once(
  spawn(process.execPath, [compiler, "--project", "tsconfig.build.json", "--outDir", declarations], {
    stdio: "inherit",
  }),
  "exit",
);
const { metafile } = await build({
  entryPoints: {
    ...entries,
    "node/main": domain ? `src/${api.name}/main.ts` : "src/node/main.ts",
    "node/command": "src/node/command.ts",
  },
  // esbuild knows the working directory that there was when it was imported.
  absWorkingDir: import.meta.dirname,
  outdir,
  bundle: true,
  splitting: true,
  chunkNames: "shared-[hash]",
  external,
  format: "esm",
  platform: "node",
  // As it is written: older syntax than the import of JSON would need is nowhere.
  target: "esnext",
  plugins: [commonJsBuiltins],
  metafile: true,
});
writeFileSync(`${outdir}/THIRD-PARTY-NOTICES.txt`, noticesOf(Object.keys(metafile.inputs)));
// It takes sources too, and then compiles them with JavaScript's compiler, in three times the time. To load that takes as long as
// to compile with the other, which goes on meanwhile.
const { dts } = await import("rollup-plugin-dts");
const [exitCode] = await compiling;
if (exitCode !== 0) process.exit(1);
const types = await rollup({
  input: Object.fromEntries(Object.entries(entries).map(([name, source]) => [name, declarationOf(source)])),
  plugins: [dts({ tsconfig: "tsconfig.build.json" })],
});
await types.write({ dir: outdir, chunkFileNames: "shared-[hash].d.ts" });
rmSync(declarations, { recursive: true });

function declarationOf(source: string): string {
  return source.replace(/^src(.*)\.ts$/, `${declarations}$1.d.ts`);
}
