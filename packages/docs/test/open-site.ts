import { join } from "node:path";
import { launchChromium } from "@visitors-api/machine/chromium";
import type { Browser } from "playwright-core";
import { expect, inject } from "vitest";
import { type DocsServer, serveDocs } from "../src/serve.ts";
import { runBuild, temporaryFolder, writeDescription } from "./build.ts";
import { ownBase } from "./own-site.ts";

export type OpenSite = {
  /** The folder of the built site. */
  site: string;
  server: DocsServer;
  browser: Browser;
  /** Closes its pages and its server, and not the browser. */
  close(): Promise<void>;
};

/** The site of this repository, served, and a browser to read it in. */
export async function openOwnSite(): Promise<OpenSite> {
  return open(inject("ownSite"), ownBase);
}

/** A site of another description, which is built, served and removed with everything in it. */
export async function openSite(description: unknown, ...flags: string[]): Promise<OpenSite> {
  const folder = await temporaryFolder();
  const site = join(folder.path, "site");
  const file = await writeDescription(folder.path, description);
  expect(await runBuild(file, "--output", site, "--base", "/", ...flags)).toMatchObject({ status: 0 });
  return open(site, "/", folder.remove);
}

/** One for all test files: to start it takes longer than most tests do. It ends with this process. */
let launched: Promise<Browser> | undefined;

async function open(site: string, base: string, remove?: () => Promise<void>): Promise<OpenSite> {
  const server = await serveDocs({ directory: site, base });
  launched ??= launchChromium();
  const browser = await launched;
  return {
    site,
    server,
    browser,
    async close() {
      // Those that a test has left when it failed.
      await Promise.all(browser.contexts().map((context) => context.close()));
      await server.close();
      await remove?.();
    },
  };
}
