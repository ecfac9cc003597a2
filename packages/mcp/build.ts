// Makes the few files that are published. What the server knows of the API is data by then, so that it reads no description when it
// starts. The SDK is in the bundle: that starts in half the time that its modules do, and is not seventeen packages of 30 MB to install.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ownSources } from "@visitors-api/docs/own-sources";
import { build } from "esbuild";
import { noticesOf } from "../sandbox/build/notices.ts";
import manifest from "./package.json" with { type: "json" };
import { describeApi } from "./src/describe/describe-api.ts";

process.chdir(import.meta.dirname);
const outdir = "dist";

rmSync(outdir, { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: { main: "src/main.ts" },
  // esbuild knows the working directory that there was when it was imported.
  absWorkingDir: import.meta.dirname,
  outdir,
  bundle: true,
  splitting: true,
  chunkNames: "shared-[hash]",
  external: Object.keys(manifest.dependencies),
  // Nobody reads the SDK here, which is nearly all of it.
  minify: true,
  format: "esm",
  platform: "node",
  // As it is written.
  target: "esnext",
  metafile: true,
});
write("THIRD-PARTY-NOTICES.txt", noticesOf(Object.keys(metafile.inputs)));

const { description, ...sources } = ownSources();
const specification = dirname(dirname(description));
const workflows = readdirSync(specification)
  .filter((name) => name.endsWith(".arazzo.yaml"))
  .map((name) => join(specification, name));
const { api, files } = await describeApi({ description, ...sources, workflows });
write("api.json", JSON.stringify(api));
for (const [file, text] of files) write(`resources/${file}`, text);

function write(file: string, text: string): void {
  const path = join(outdir, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
