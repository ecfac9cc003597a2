import { join } from "node:path";
import { expect, inject } from "vitest";
import { type DocsServer, serveDocs } from "../src/serve.ts";
import { runBuild, temporaryFolder, writeDescription } from "./build.ts";
import { ownBase } from "./own-site.ts";

export type OpenSite = {
  /** The folder of the built site. */
  site: string;
  server: DocsServer;
  /** Closes its server. */
  close(): Promise<void>;
};

/** The site of this repository, served. */
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

async function open(site: string, base: string, remove?: () => Promise<void>): Promise<OpenSite> {
  const server = await serveDocs({ directory: site, base });
  return {
    site,
    server,
    async close() {
      await server.close();
      await remove?.();
    },
  };
}
