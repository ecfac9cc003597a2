import { createElement, type ReactNode, useEffect } from "react";
import { hydrateRoot } from "react-dom/client";
import { BrowserRouter, useLocation } from "react-router";
import type { Description } from "../description.ts";
import { type Page, pagesOf } from "../pages.ts";
import { prepareReference, referenceElement } from "../reference.ts";

/**
 * Makes the prerendered page interactive. Resolves once it is.
 *
 * @param base path that the site is served under, with a slash at both ends.
 */
export async function hydrate(base: string, description: Description): Promise<void> {
  const reference = await prepareReference(description, base);
  const container = document.getElementById("reference");
  if (container === null) throw new Error("The page has no element #reference");
  const pages = pagesOf(reference);
  await new Promise<void>((onReady) => {
    const site = createElement(Site, { pages, onReady }, referenceElement(reference));
    hydrateRoot(container, createElement(BrowserRouter, null, site));
  });
}

/** Keeps the title in step with the page, which changes without loading from now on. */
function Site(props: { pages: readonly Page[]; onReady: () => void; children?: ReactNode }): ReactNode {
  const { pages, onReady, children } = props;
  const { pathname } = useLocation();
  const page = pages.find(({ route }) => withoutSlash(route) === withoutSlash(pathname));
  useEffect(() => {
    if (page !== undefined) document.title = page.title;
  }, [page]);
  useEffect(onReady, [onReady]);
  return children;
}

function withoutSlash(path: string): string {
  return path.replace(/\/$/, "");
}
