// Makes the few files that are published: a command of six starts 25 ms sooner than one of ninety. The compiler adds types.
import { rmSync } from "node:fs";
import { build } from "esbuild";

process.chdir(import.meta.dirname);
const outdir = "dist";
const entries = { index: "src/index.ts", "node/index": "src/node/index.ts", "node/main": "src/node/main.ts" };

rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: entries,
  outdir,
  bundle: true,
  splitting: true,
  chunkNames: "shared-[hash]",
  packages: "external",
  format: "esm",
  platform: "node",
  // As it is written: older syntax than the import of JSON would need is nowhere.
  target: "esnext",
});
