import { currentSite } from "virtual:site";
import type { APIRoute } from "astro";

/** RFC 9512. */
export const GET: APIRoute = () => {
  return new Response(currentSite().files.yaml, { headers: { "Content-Type": "application/yaml" } });
};
