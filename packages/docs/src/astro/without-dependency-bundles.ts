import type { Plugin } from "vite";

/**
 * Keeps a build from bundling dependencies for a page that is being developed, Astro's toolbar among them: Astro looks for content
 * collections through a Vite server, which does that whenever it starts (https://vite.dev/guide/dep-pre-bundling).
 */
export function withoutDependencyBundles(): Plugin {
  return {
    name: "without-dependency-bundles",
    enforce: "post",
    configEnvironment(_, config) {
      // What is returned would be added to what other plugins include.
      config.optimizeDeps = { noDiscovery: true, include: [] };
    },
  };
}
