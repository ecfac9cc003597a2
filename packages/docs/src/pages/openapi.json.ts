import { currentSite } from "virtual:site";
import type { APIRoute } from "astro";

export const GET: APIRoute = () => {
  return new Response(currentSite().files.json, { headers: { "Content-Type": "application/json" } });
};
