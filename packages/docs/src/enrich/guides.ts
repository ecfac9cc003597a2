import { isObject } from "../description.ts";
import { guidesFolder } from "../guides/guide.ts";
import { withSiteLinks } from "../guides/guide-links.ts";
import type { Enrichment } from "./enrich.ts";

/**
 * Adds a tag for each guide, which is how Redoc has pages of text of their own; a heading of `info.description` has not, it is
 * a place on the overview. `arrangeGuides` gives the pages their place among the others. They come after the description's
 * own tags, so that none of those has to make way for a guide of the same name.
 */
export const withGuides: Enrichment = (description, { base, guides }) => {
  const tags = Array.isArray(description["tags"]) ? description["tags"].filter(isObject) : [];
  const ofGuides = guides.map((guide) => ({
    name: `${guidesFolder}/${guide.name}`,
    "x-displayName": guide.title,
    "x-guide": guide.name,
    description: withSiteLinks(guide, guides, base),
  }));
  return guides.length === 0 ? description : { ...description, tags: [...tags, ...ofGuides] };
};
