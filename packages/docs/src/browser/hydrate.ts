import { createElement, type ReactNode, useEffect } from "react";
import { flushSync } from "react-dom";
import { hydrateRoot } from "react-dom/client";
import { BrowserRouter, useLocation } from "react-router";
import type { Reference } from "../reference.ts";
import { referenceElement } from "../reference-element.ts";

/** What the build prepared for every page. */
export type SiteData = Reference & {
  /** Titles of the pages, by the paths that Redoc knows them by. */
  titles: Record<string, string>;
};

/**
 * Makes the prerendered page interactive. Resolves once a click anywhere is answered; parts that nobody has touched yet
 * follow when the browser has time.
 */
export async function hydrate({ titles, ...reference }: SiteData): Promise<void> {
  const container = document.getElementById("reference");
  if (container === null) throw new Error("The page has no element #reference");
  const routes = new Set(Object.keys(titles));
  // What is on the page has its styles; that of what can appear applies when the browser has time, see `boot.ts`.
  for (const element of document.querySelectorAll<HTMLStyleElement>("style[data-styled=active]")) {
    element.media = "not all";
  }
  await new Promise<void>((onReady) => {
    const site = createElement(Site, { titles, onReady }, referenceElement(reference, routes));
    // At once, so that the browser computes the styles of the page once, and not before and after.
    flushSync(() => hydrateRoot(container, createElement(BrowserRouter, null, site)));
  });
}

type SiteProps = { titles: Record<string, string>; onReady: () => void; children?: ReactNode };

/** Keeps the title in step with the page, which changes without loading from now on. */
function Site({ titles, onReady, children }: SiteProps): ReactNode {
  const { pathname } = useLocation();
  const title = titles[pathname] ?? titles[pathname.replace(/\/$/, "")];
  useEffect(() => {
    if (title !== undefined) document.title = title;
  }, [title]);
  useEffect(onReady, [onReady]);
  return children;
}
