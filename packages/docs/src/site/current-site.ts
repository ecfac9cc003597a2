import type { Site } from "./site.ts";

/**
 * The sites that are being built or served in this process, by name. Pages are bundled by Vite, and what they import is another
 * copy of the module: what both share is the global object.
 */
const sites: Map<string, Site> = ((globalThis as { [key: symbol]: unknown })[
  Symbol.for("@visitors-api/docs")
] ??= new Map()) as Map<string, Site>;

/** Has pages that ask for this name see this site. */
export function provideSite(name: string, site: Site): void {
  sites.set(name, site);
}

export function forgetSite(name: string): void {
  sites.delete(name);
}
