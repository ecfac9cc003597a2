import { enableCompileCache } from "node:module";
import { buildCommand } from "./build-command.ts";

// Most of what a build of one operation takes is loading Astro and Vite, 1,600 modules.
enableCompileCache();

process.exitCode = await buildCommand(
  process.argv.slice(2),
  async (options) => {
    const { buildSite } = await import("./site.ts");
    return buildSite(options);
  },
  console,
);
