import { currentSite } from "virtual:site";
import type { APIRoute } from "astro";
import MiniSearch from "minisearch";
import { foundIn } from "../search/found.ts";
import { indexOptions } from "../search/index-options.ts";

/** What the search looks in. */
export const GET: APIRoute = () => {
  const index = new MiniSearch(indexOptions);
  index.addAll(foundIn(currentSite()));
  return new Response(JSON.stringify(index), { headers: { "Content-Type": "application/json" } });
};
