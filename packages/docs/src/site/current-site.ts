import type { Site } from "./site.ts";

const key = Symbol.for("@visitors-api/docs");

/**
 * The sites that are being built or served in this process, by name. Pages are bundled by Vite, and what they import is another
 * copy of the module: what both share is the global object.
 */
const shared = globalThis as { [key]?: Map<string, Site> };

/** Has pages that ask for this name see this site. */
export function provideSite(name: string, site: Site): void {
  shared[key] ??= new Map();
  shared[key].set(name, site);
}

export function forgetSite(name: string): void {
  shared[key]?.delete(name);
}
