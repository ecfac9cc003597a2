import { currentSite } from "virtual:site";
import type { APIRoute } from "astro";
import { markdownPages } from "../markdown/pages.ts";

/** Every page as Markdown beside it. */
export function getStaticPaths() {
  const site = currentSite();
  return markdownPages(site, site.address).map(({ path, markdown }) => ({
    params: { page: path.replace(/\.md$/, "") },
    props: { markdown },
  }));
}

export const GET: APIRoute<{ markdown: () => string }> = ({ props }) => {
  return new Response(props.markdown(), { headers: { "Content-Type": "text/markdown; charset=utf-8" } });
};
