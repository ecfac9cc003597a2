/// <reference types="astro/client" />

declare module "virtual:site" {
  /** The site that the page is a part of. */
  export function currentSite(): import("./site/site.ts").Site;
}
