import { gzipSync } from "node:zlib";
import { build } from "esbuild";

export interface Bundle {
  readonly code: string;
  /** In bytes, minified. */
  readonly minified: number;
  /** In bytes, with `gzip -9`. */
  readonly gzipped: number;
}

/** Bundles a page's source as if it stood in the folder, minified, for browsers of 2022 or for Node. */
export async function bundle(
  source: string,
  folder: string,
  platform: "browser" | "node" = "browser",
): Promise<Bundle> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: folder, loader: "ts", sourcefile: "page.ts" },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    platform,
    legalComments: "none",
    logLevel: "silent",
    write: false,
  });
  const code = outputFiles.map(({ text }) => text).join("");
  return { code, minified: Buffer.byteLength(code), gzipped: gzipSync(code, { level: 9 }).length };
}
