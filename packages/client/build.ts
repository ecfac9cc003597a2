// Makes the few files that are published. openapi-fetch's code is bundled with ours, as patches/ has it: there a bundler can
// leave out those of its serializers that this API has no parameters for. Its types stay those of the dependency, so that
// what takes an openapi-fetch client takes this one.
import { copyFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { rollup } from "rollup";
import { dts } from "rollup-plugin-dts";

process.chdir(import.meta.dirname);
const outdir = "dist";
const entries = { index: "src/index.ts", schemas: "src/schemas.ts", validation: "src/validation/index.ts" };

rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: entries,
  outdir,
  bundle: true,
  splitting: true,
  chunkNames: "shared-[hash]",
  format: "esm",
  target: "es2022",
});
const types = await rollup({
  input: entries,
  external: ["openapi-fetch"],
  plugins: [dts({ tsconfig: "tsconfig.build.json" })],
});
await types.write({ dir: outdir, chunkFileNames: "shared-[hash].d.ts" });
const licence = fileURLToPath(import.meta.resolve("openapi-fetch/LICENSE"));
copyFileSync(licence, `${outdir}/openapi-fetch.LICENSE`);
