import { bundleClient, type ClientScripts } from "./bundle.ts";
import { redocDisplay } from "./redoc/display.ts";
import { PageRenderer, type PrerenderedSite, type SiteToRender } from "./render-pages.ts";

/**
 * What the pages of any description are made with. It starts when it is made: bundling goes on in a process of its own, and
 * a thread gets ready to render, while a description is read.
 */
export class ReferenceTools {
  #scripts: Promise<ClientScripts>;
  #renderer: Promise<PageRenderer>;

  constructor() {
    this.#scripts = redocDisplay().then(bundleClient);
    this.#renderer = startRenderer();
    // Whoever asks for them is told; until then a failure is nobody's.
    for (const started of [this.#scripts, this.#renderer]) started.catch(() => undefined);
  }

  /** What makes pages interactive. */
  scripts(): Promise<ClientScripts> {
    return this.#scripts;
  }

  /** @throws {Error} when Redoc cannot render a page. */
  async render(site: SiteToRender): Promise<PrerenderedSite> {
    const renderer = await this.#renderer;
    try {
      return await renderer.render(site);
    } catch (error) {
      // Its other threads may still be at this site's pages, or it may have died of one.
      await renderer.close();
      this.#renderer = startRenderer();
      throw error;
    }
  }

  async close(): Promise<void> {
    const [renderer] = await Promise.allSettled([this.#renderer, this.#scripts]);
    if (renderer.status === "fulfilled") await renderer.value.close();
  }
}

async function startRenderer(): Promise<PageRenderer> {
  return new PageRenderer(await redocDisplay());
}
