import { pathToFileURL } from "node:url";
import type { Plugin } from "vite";

/**
 * Has a build import Zod from where Astro has it, and has loaded it by then, rather than bundle it anew for each site: Astro's code for
 * forms, which no page of a site has, imports all of it. Vite itself leaves out of a bundle only what this package could import.
 */
export function sharedDependencies(): Plugin {
  return {
    name: "shared-dependencies",
    enforce: "pre",
    applyToEnvironment: ({ name }) => name === "prerender",
    resolveId: {
      filter: { id: /^zod(\/|$)/ },
      async handler(id, importer) {
        const found = await this.resolve(id, importer, { skipSelf: true });
        if (found === null || found.external) return found;
        return { id: pathToFileURL(found.id).href, external: true };
      },
    },
  };
}
