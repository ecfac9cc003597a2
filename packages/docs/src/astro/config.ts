import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroInlineConfig, AstroIntegration } from "astro";
import type { SiteAddress } from "../site/address.ts";
import type { Site } from "../site/site.ts";
import { describedPackages } from "../try-it/described-packages.ts";
import { sharedDependencies } from "./shared-dependencies.ts";
import { siteModule } from "./site-module.ts";
import { withoutDependencyBundles } from "./without-dependency-bundles.ts";

/** Those that know `light-dark()` and nested rules: what a style sheet says is not written out for older ones. */
const browsers = ["chrome123", "firefox120", "safari17.5"];

/** How Astro makes a site of `src/pages`. */
export function astroConfig({
  command,
  folder,
  name,
  siteNow,
  address,
  integration,
}: {
  command: "build" | "dev";
  /** Where Astro keeps its own files, and `site`, what it has built. It is one site's own. */
  folder: string;
  /** Which of the provided sites it is. */
  name: string;
  siteNow: () => Site;
  address: SiteAddress;
  integration?: AstroIntegration;
}): AstroInlineConfig {
  process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
  return {
    configFile: false,
    root: folder,
    srcDir: fileURLToPath(new URL("..", import.meta.url)),
    publicDir: join(folder, "public"),
    cacheDir: join(folder, "cache"),
    outDir: join(folder, "site"),
    site: new URL(address.url).origin,
    base: address.base,
    // Nothing but the page itself has to be there before it can be read.
    build: { assets: "assets", inlineStylesheets: "always", format: "directory" },
    compressHTML: true,
    devToolbar: { enabled: false },
    // What `passthroughImageService()` gives. The module that has it loads whatever a configuration may have, for half a second.
    image: { service: { entrypoint: "astro/assets/services/noop" } },
    logLevel: "warn",
    integrations: integration ? [integration] : [],
    vite: {
      plugins: [
        siteModule(name),
        describedPackages(() => siteNow().document),
        ...(command === "build" ? [withoutDependencyBundles(), sharedDependencies()] : []),
      ],
      // Neither is there, and Vite would look for them from folder to folder, for each part of a build and each import.
      css: { postcss: {} },
      resolve: { tsconfigPaths: false },
      // The sandbox in a page has the description in it, however large that is.
      build: { target: "es2022", assetsInlineLimit: 0, cssTarget: browsers, chunkSizeWarningLimit: 50_000 },
      optimizeDeps: {
        include: ["preact", "preact/hooks", "preact/jsx-runtime", "minisearch", "leven", "devalue"],
      },
    },
  };
}
