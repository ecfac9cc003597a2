import { enableCompileCache } from "node:module";
import type { BuildOptions } from "./site.ts";
import type { BuildAnswer } from "./site-builder.ts";

enableCompileCache();

/** Builds the sites that another process asks for: see `site-builder.ts`. It ends when that process does. */
process.on("message", async (options: BuildOptions) => {
  process.send?.(await answerTo(options));
});

async function answerTo(options: BuildOptions): Promise<BuildAnswer> {
  try {
    const { buildSite } = await import("./site.ts");
    return { built: await buildSite(options) };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { failed: { name, message } };
  }
}
