import { basename, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
import { isRedoc } from "./redoc-source.ts";

/** A file of the site: its path inside the site's folder, and its content. */
export type TextFile = { path: string; text: string };

/** What the pages need to become interactive. */
export type ClientScripts = {
  /** Stands inline in every page. */
  boot: string;
  /** Path of the module that `boot` imports. */
  entry: string;
  /** The module and its licence texts. */
  files: TextFile[];
};

const common = {
  bundle: true,
  minify: true,
  write: false,
  target: "es2022",
  define: { "process.env.NODE_ENV": '"production"' },
  logLevel: "silent",
} as const;

/**
 * Bundles what runs in the browser.
 *
 * @param display source of the half of Redoc that shows pages.
 */
export async function bundleClient(display: string): Promise<ClientScripts> {
  const [boot, module] = await Promise.all([
    build({ ...common, entryPoints: [source("browser/boot.ts")], format: "iife" }),
    build({
      ...common,
      entryPoints: [source("browser/hydrate.ts")],
      entryNames: "reference-[hash]",
      outdir: "assets",
      format: "esm",
      legalComments: "linked",
      plugins: [redocIs(display)],
    }),
  ]);
  const files = module.outputFiles.map(({ path, text }) => ({ path: `assets/${basename(path)}`, text }));
  const entry = files.find(({ path }) => path.endsWith(".js"));
  const [inline] = boot.outputFiles;
  if (entry === undefined || inline === undefined) throw new Error("esbuild gave no script");
  return { boot: inline.text.trim(), entry: entry.path, files };
}

function source(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

function redocIs(contents: string): Plugin {
  return {
    name: "redoc",
    setup({ onLoad }) {
      onLoad({ filter: /redoc\.js$/ }, ({ path }) => {
        return isRedoc(path) ? { contents, loader: "js", resolveDir: dirname(path) } : undefined;
      });
    },
  };
}
