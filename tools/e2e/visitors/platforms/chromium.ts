import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { launchChromium } from "@visitors-api/machine/chromium";
import { limits } from "@visitors-api/machine/limits";
import { startFileServer } from "../../support/file-server.ts";
import type { Result } from "../contract/contract.ts";
import type { Platform } from "./platform.ts";

/** A page of another origin than the API's, under a Content Security Policy that allows no code made from strings. */
export const chromium: Platform = {
  name: "Chromium",
  version: undefined,
  loadings: ["bundle"],
  async runContract({ server, folder }) {
    const pages = await startFileServer({
      "/": { type: "text/html", text: '<!doctype html><script type="module" src="/page.js"></script>' },
      "/page.js": { type: "text/javascript", text: await readFile(join(folder, "page.bundle.js"), "utf8") },
    });
    try {
      const browser = await launchChromium();
      try {
        const page = await browser.newPage();
        await page.goto(`${pages.url}/?origin=${encodeURIComponent(server.origin)}`);
        await page.waitForFunction("globalThis.contractResults", undefined, { timeout: limits.process });
        const results = await page.evaluate<Result[]>("globalThis.contractResults");
        return { version: browser.version(), results };
      } finally {
        await browser.close();
      }
    } finally {
      await pages.close();
    }
  },
};
