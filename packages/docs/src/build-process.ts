import { type BuildOptions, buildSite } from "./site.ts";
import type { BuildAnswer } from "./site-builder.ts";

/** Builds the sites that another process asks for: see `site-builder.ts`. It ends when that process does. */
process.on("message", async (options: BuildOptions) => {
  process.send?.(await answerTo(options));
});

async function answerTo(options: BuildOptions): Promise<BuildAnswer> {
  try {
    return { built: await buildSite(options) };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { failed: { name, message } };
  }
}
