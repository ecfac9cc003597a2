import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { StaticRouter } from "react-router";
import { RedoclyApiDocsStandalone, ServerStyleSheet } from "redoc";
import { styleGroups } from "./style-groups.ts";

/** Redoc's theme: the style sheet that holds for every page, most of it custom properties. */
export function redocTheme(): string {
  const sheet = new ServerStyleSheet();
  try {
    const empty = createElement(RedoclyApiDocsStandalone, { items: [], store: emptyStore, options: {} });
    renderToString(sheet.collectStyles(createElement(StaticRouter, { location: "/" }, empty)));
    const global = styleGroups(sheet.getStyleTags()).filter(({ id }) => id.startsWith("sc-global"));
    if (global.length === 0) throw new Error("Redoc has no theme any more where it was");
    return global.flatMap(({ rules }) => [...rules.values()].flat()).join("");
  } finally {
    sheet.seal();
  }
}

const emptyStore = { schemaStore: {}, exampleStore: {}, securitySchemeStore: {} };
