/** Renders pages in a thread of its own, with the half of Redoc that shows them. */

import { registerHooks } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import type { StyleGroup } from "./redoc/style-groups.ts";
import { isRedoc } from "./redoc-source.ts";
import type { Reference } from "./reference.ts";
import { parseStylesheet, type Stylesheet, stylesFor } from "./stylesheet.ts";

/** What a worker is started with: the source of Redoc's half that shows pages. */
export type RenderWorkerData = { display: string };

/** What it is told once, and then for each page. */
export type RenderRequest =
  | { type: "site"; reference: Reference; routes: ReadonlySet<string>; theme: string }
  | { type: "page"; route: string };

/** What it answers to each page. */
export type RenderAnswer =
  | { html: string; css: string; colorScript: string; styles: StyleGroup[] }
  | { error: string };

// The code below runs as a worker of render-pages.ts alone, which passes this.
const { display } = workerData as RenderWorkerData;

registerHooks({
  load(url, context, nextLoad) {
    return isRedoc(url) ? { format: "module", source: display, shortCircuit: true } : nextLoad(url, context);
  },
});
const { renderPage } = await import("./render.ts");

let site: { reference: Reference; routes: ReadonlySet<string>; theme: Stylesheet } | undefined;
const parsed = new Map<string, Stylesheet>();
const sent = new Set<string>();

parentPort?.on("message", (request: RenderRequest) => {
  if (request.type === "site") begin(request);
  else parentPort?.postMessage(render(request.route));
});

function begin(request: Extract<RenderRequest, { type: "site" }>): void {
  site = { ...request, theme: parseStylesheet(request.theme) };
  sent.clear();
}

function render(route: string): RenderAnswer {
  if (site === undefined) throw new Error("A page was asked for before the site was known");
  try {
    const { html, styles, colorScript } = renderPage(site.reference, site.routes, route);
    const rules = styles.flatMap((group) => [...group.rules.values()].flat());
    const css = stylesFor(html, [site.theme, ...rules.map(stylesheetOf)]);
    return { html, css, colorScript, styles: styles.map(unsent) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** Pages share most of their rules. */
function stylesheetOf(rule: string): Stylesheet {
  const stylesheet = parsed.get(rule) ?? parseStylesheet(rule);
  parsed.set(rule, stylesheet);
  return stylesheet;
}

function unsent({ order, id, rules }: StyleGroup): StyleGroup {
  const news = [...rules].filter(([name]) => !sent.has(`${id} ${name}`));
  for (const [name] of news) sent.add(`${id} ${name}`);
  return { order, id, rules: new Map(news) };
}
