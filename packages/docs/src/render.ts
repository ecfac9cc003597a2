import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { StaticRouter } from "react-router";
import { ServerStyleSheet } from "redoc";
import { type StyleGroup, styleGroups } from "./redoc/style-groups.ts";
import type { Reference } from "./reference.ts";
import { referenceElement } from "./reference-element.ts";

/** One page as Redoc renders it on the server. */
export type RenderedPage = {
  html: string;
  /** The styles of the components on the page. */
  styles: StyleGroup[];
  /** Redoc's own inline script: it sets the light or dark colours before the first paint. */
  colorScript: string;
};

/** Renders the page of a route. */
export function renderPage(reference: Reference, routes: ReadonlySet<string>, route: string): RenderedPage {
  const sheet = new ServerStyleSheet();
  try {
    // The browser is at the path with a slash at the end; Redoc takes both for the same page.
    const element = referenceElement(reference, routes);
    const router = createElement(StaticRouter, { location: withSlash(route) }, element);
    const html = withoutPreloads(renderToString(sheet.collectStyles(router)));
    return { html, styles: styleGroups(sheet.getStyleTags()), colorScript: colorScriptOf(html) };
  } finally {
    sheet.seal();
  }
}

/** React puts a preload before the page for each image that the description names; images load where they stand. */
function withoutPreloads(html: string): string {
  return html.replace(/^(<link rel="preload"[^>]*>)+/, "");
}

/** Only the script at the very start is Redoc's; the text is never looked up anywhere that a description reaches. */
function colorScriptOf(html: string): string {
  const match = /^<div hidden=""><script>([^<]*)<\/script><\/div>/.exec(html);
  if (match?.[1] === undefined)
    throw new Error("Redoc's page does not start with its colour script any more");
  return match[1];
}

function withSlash(route: string): string {
  return route.endsWith("/") ? route : `${route}/`;
}
