import type { Browser } from "playwright-core";
import { renderers } from "../renderers/index.ts";
import type { Renderer } from "../renderers/renderer.ts";
import { render } from "./render.ts";
import { serveFolder } from "./static-server.ts";

/** A renderer and where its page is served. */
export interface ServedPage {
  readonly renderer: Renderer;
  readonly url: string;
}

/** Has the pages of all renderers served, and a browser open, while something is done with them. */
export async function withPages<T>(
  description: string,
  purpose: string,
  use: (browser: Browser, pages: readonly ServedPage[]) => Promise<T>,
): Promise<T> {
  // With Playwright, which takes longer to load than all the rest.
  const { launchChromium, onlyThisMachine } = await import("@visitors-api/machine/chromium");
  const browser = await launchChromium(onlyThisMachine);
  const servers: { close(): void }[] = [];
  try {
    const pages: ServedPage[] = [];
    for (const renderer of renderers) {
      const { folder } = await render(renderer, description, purpose);
      const server = await serveFolder(folder);
      servers.push(server);
      pages.push({ renderer, url: server.url + renderer.page });
    }
    return await use(browser, pages);
  } finally {
    await browser.close();
    for (const server of servers) server.close();
  }
}
