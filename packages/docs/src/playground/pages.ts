import type { SiteAddress } from "../address.ts";
import type { TextFile } from "../bundle.ts";
import type { Description } from "../description.ts";
import { operationsToShow } from "../enrich/samples/samples.ts";
import { pageUrl } from "../page-url.ts";
import { buildTryPage } from "./build-try-page.ts";
import { playgroundPage } from "./page.ts";
import type { FolderOf } from "./try-folder.ts";

export type PlaygroundContext = {
  address: SiteAddress;
  /** Path of the playground's module inside the site. */
  entry: string;
  /** Redoc's colour script. */
  colorScript: string;
  tryFolder: FolderOf;
};

/** The playground's pages, one for each operation. */
export function playgroundPages(description: Description, context: PlaygroundContext): TextFile[] {
  const { address, entry, colorScript, tryFolder } = context;
  const siteName = description.info.title;
  return operationsToShow(description).flatMap((shown): TextFile[] => {
    const folder = tryFolder(shown.found.method, shown.found.path);
    if (folder === undefined) return [];
    const page = buildTryPage(shown);
    const head = {
      title: `Try it: ${page.name} · ${siteName}`,
      summary: `${page.name}: fill in a form, send it to a sandbox in the page, and see the request and the answer.`,
      url: pageUrl(address.url, folder),
      siteName,
      type: "article" as const,
    };
    const text = playgroundPage({ page, head, base: address.base, colorScript, entry });
    return [{ path: `${folder}/index.html`, text }];
  });
}
