/// <reference types="astro/client" />

declare module "virtual:site" {
  /** The site that the page is a part of. */
  export function currentSite(): import("./site/site.ts").Site;
}

/** ECMAScript 2026; Node has it, and TypeScript's library has not. */
interface JSON {
  rawJSON(text: string): object;
  isRawJSON(value: unknown): boolean;
}
