import { SiteBuilder } from "@visitors-api/docs/site";

/** All tests build with it: the first site loads Astro and Vite, which takes longer than to build one with them. */
export const siteBuilder = new SiteBuilder();
