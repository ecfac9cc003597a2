import { join } from "node:path";
import type { Browser } from "playwright-core";
import { expect } from "vitest";
import { type DocsServer, serveDocs } from "../src/serve.ts";
import { launchBrowser } from "./browser.ts";
import { runBuild, temporaryFolder, writeDescription } from "./build.ts";

export type OpenSite = {
  /** The folder that the site stands in; removed with everything in it when the site is closed. */
  folder: string;
  /** The folder of the built site. */
  site: string;
  server: DocsServer;
  browser: Browser;
  close(): Promise<void>;
};

export type OpenSiteOptions = {
  /** Path that the site is built for and served under. Default: `/`. */
  base?: string;
  /** What the site describes. Default: the API of this repository. */
  description?: unknown;
};

/** A site that is built for one test file, served, and a browser to read it in. */
export async function openSite({ base = "/", description }: OpenSiteOptions = {}): Promise<OpenSite> {
  const folder = await temporaryFolder();
  const site = join(folder.path, "site");
  const files = description === undefined ? [] : [await writeDescription(folder.path, description)];
  const run = await runBuild(...files, "--output", site, "--base", base);
  expect(run).toMatchObject({ status: 0, stderr: "" });
  const server = await serveDocs({ directory: site, base });
  const browser = await launchBrowser();
  return {
    folder: folder.path,
    site,
    server,
    browser,
    async close() {
      await browser.close();
      await server.close();
      await folder.remove();
    },
  };
}
