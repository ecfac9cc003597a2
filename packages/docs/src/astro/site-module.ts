import type { Plugin } from "vite";

const id = "virtual:site";
const resolved = `\0${id}`;

/** The module that pages know their site from: see `site/current-site.ts`. */
export function siteModule(name: string): Plugin {
  return {
    name: "site",
    resolveId: { filter: { id: /^virtual:site$/ }, handler: () => resolved },
    load: {
      filter: { id: /virtual:site$/ },
      handler: () =>
        `export const currentSite = () => globalThis[Symbol.for("@visitors-api/docs")].get(${JSON.stringify(name)});`,
    },
  };
}
