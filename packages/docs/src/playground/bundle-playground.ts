import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { TextFile } from "../bundle.ts";
import type { Description } from "../description.ts";
import { describedPackages } from "./described-packages.ts";

export type PlaygroundScript = {
  /** Path of the module inside the site. */
  entry: string;
  /** The module, what it loads later, and their licence texts. */
  files: TextFile[];
};

/** Bundles what runs in the pages of the playground: the form, the client and the sandbox of this description. */
export async function bundlePlayground(description: Description): Promise<PlaygroundScript> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("browser/start.ts", import.meta.url))],
    entryNames: "playground-[hash]",
    chunkNames: "playground-[name]-[hash]",
    splitting: true,
    outdir: "assets",
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "linked",
    logLevel: "silent",
    plugins: [describedPackages(description)],
  });
  const files = outputFiles.map(({ path, text }) => ({ path: `assets/${basename(path)}`, text }));
  const entry = files.find(({ path }) => /\/playground-[A-Z\d]+\.js$/.test(path));
  if (entry === undefined) throw new Error("esbuild gave no script for the playground");
  return { entry: entry.path, files };
}
