import { currentSite } from "virtual:site";
import type { APIRoute } from "astro";
import { writeTryPage } from "../../../try-it/page-text.ts";
import type { TryPage } from "../../../try-it/try-page.ts";

/** What the form of an operation is made of; loaded when a reader comes near. */
export function getStaticPaths() {
  return [...currentSite().tryPages].map(([folder, page]) => {
    const [tag, operation] = folder.split("/");
    return { params: { tag, operation }, props: { page } };
  });
}

export const GET: APIRoute<{ page: TryPage }> = ({ props }) => {
  return new Response(writeTryPage(props.page), {
    headers: { "Content-Type": "application/json" },
  });
};
