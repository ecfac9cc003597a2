import { defineCollection } from "astro:content";
import { currentSite } from "virtual:site";
import { z } from "astro/zod";
import { withSiteLinks } from "./guides/guide-links.ts";
import { markdownHtml } from "./html/markdown.ts";
import { Anchors } from "./reference/anchors.ts";

/** The guides: Markdown files, whose texts are rendered as those of the description are. */
const guides = defineCollection({
  schema: z.object({ title: z.string() }),
  loader: {
    name: "guides",
    async load({ store }) {
      const { guides, address } = currentSite();
      store.clear();
      for (const guide of guides) {
        const body = withSiteLinks(guide, guides, address.base);
        const anchors = new Anchors();
        const { html, headings } = markdownHtml(body, {
          level: 1,
          linkTo: (href) => href,
          headingId: (slug) => anchors.take(slug),
        });
        const metadata = {
          headings: headings.map(({ level, id, text }) => ({ depth: level, slug: id, text })),
        };
        store.set({ id: guide.name, data: { title: guide.title }, body, rendered: { html, metadata } });
      }
    },
  },
});

export const collections = { guides };
