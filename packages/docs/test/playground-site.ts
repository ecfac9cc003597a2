import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { bundlePlayground } from "../src/playground/bundle-playground.ts";
import { playgroundPages } from "../src/playground/pages.ts";
import { tryFolders } from "../src/playground/try-folder.ts";
import { readDescription } from "../src/read-description.ts";
import { kebabCase } from "../src/safe-names.ts";
import { type DocsServer, serveDocs } from "../src/serve.ts";
import { writeDescription } from "./build.ts";

/** Serves the playground of a description alone, which is built much faster than a site. A page is at its operation's name. */
export async function servePlayground(folder: string, content: unknown): Promise<DocsServer> {
  const description = await readDescription(await writeDescription(folder, content));
  const { entry, files } = await bundlePlayground(description);
  const pages = playgroundPages(description, {
    address: { url: "https://docs.example/", base: "/" },
    entry,
    colorScript: "",
    tryFolder: tryFolders(description, (method, path) => kebabCase(`${method} ${path}`)),
  });
  for (const { path, text } of [...pages, ...files]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return serveDocs({ directory: folder });
}
