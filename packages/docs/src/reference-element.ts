import { createElement, type ReactElement } from "react";
import { RedoclyApiDocsStandalone } from "redoc";
import { PageLinks } from "./redoc/page-links.ts";
import type { Reference } from "./reference.ts";

/**
 * Redoc as a React element; it has to stand inside a router, which says which page is shown. The build and the browser
 * both call this with the same reference, so that what the browser hydrates is what the build rendered.
 *
 * @param routes the pages of the site, as Redoc names them.
 */
export function referenceElement(reference: Reference, routes: ReadonlySet<string>): ReactElement {
  const { items, store, options, base } = reference;
  const shown = createElement(RedoclyApiDocsStandalone, { items, store, options, basePath: base });
  return createElement(PageLinks, { routes, children: shown });
}
