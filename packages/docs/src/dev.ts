import { randomUUID } from "node:crypto";
import { type AstroIntegration, dev } from "astro";
import type { ViteDevServer } from "vite";
import { astroConfig } from "./astro/config.ts";
import { makeWorkFolder } from "./astro/work-folder.ts";
import { siteAddress } from "./site/address.ts";
import { forgetSite, provideSite } from "./site/current-site.ts";
import { readSite, type SiteOptions } from "./site/site.ts";

export type DevDocs = {
  /** Address of the site, with a slash at the end. */
  readonly url: string;
  /**
   * Reads the description and the guides anew, and loads open pages again.
   *
   * @throws {DescriptionError} when the description cannot be used; pages stay as they are.
   * @throws {GuideError} when a guide cannot be used; pages stay as they are.
   */
  update(): Promise<void>;
  /** Shows a message on every open page, and on those opened later, until the next `update`. */
  showProblem(message: string): void;
  close(): Promise<void>;
};

/**
 * Serves a site on 127.0.0.1 through Astro's own server, which makes each page when it is asked for.
 *
 * @throws {Error} as `readSite` does, and when the port is taken.
 */
export async function serveDevDocs({
  port,
  ...options
}: SiteOptions & { readonly port: number }): Promise<DevDocs> {
  const name = randomUUID();
  let site = await readSite(options);
  provideSite(name, site);
  const folder = await makeWorkFolder();
  let vite: ViteDevServer | undefined;
  let problem: string | undefined;
  const show = (message: string): void => {
    vite?.ws.send({ type: "error", err: { message, stack: "" } });
  };
  const integration: AstroIntegration = {
    name: "dev-docs",
    hooks: {
      "astro:server:setup": ({ server }) => {
        vite = server;
        server.ws.on("connection", () => {
          if (problem !== undefined) show(problem);
        });
      },
    },
  };
  const server = await dev({
    ...astroConfig({
      command: "dev",
      folder,
      name,
      siteNow: () => site,
      address: siteAddress(options),
      integration,
    }),
    server: { host: "127.0.0.1", port },
  });
  return {
    url: `http://127.0.0.1:${server.address.port}${site.address.base}`,
    async update() {
      site = await readSite(options);
      provideSite(name, site);
      problem = undefined;
      for (const [side, { hot, moduleGraph }] of Object.entries(vite?.environments ?? {})) {
        // Scripts in pages have the description in them; what makes pages asks for it, but keeps which pages there are.
        if (side === "client") moduleGraph.invalidateAll();
        else hot.send("astro:content-changed", {});
      }
      vite?.ws.send({ type: "full-reload" });
    },
    showProblem(message) {
      problem = message;
      show(message);
    },
    async close() {
      await server.stop();
      forgetSite(name);
    },
  };
}
