import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { stringify } from "yaml";
import { type SiteAddress, siteAddress } from "./address.ts";
import { type BuiltReference, buildReference } from "./build-reference.ts";
import type { TextFile } from "./bundle.ts";
import { checkLinks } from "./check-links.ts";
import { enrich } from "./enrich/enrich.ts";
import { withHistory } from "./enrich/history.ts";
import { withSamples } from "./enrich/samples/samples.ts";
import { withTryIt } from "./enrich/try-it.ts";
import { findPages, folderOfOperation } from "./find-pages.ts";
import { readGuides } from "./guides/read-guides.ts";
import { readReleases } from "./history/releases.ts";
import { replaceFolder } from "./output-folder.ts";
import { pageDocument } from "./page-document.ts";
import { generator, type PageHead } from "./page-head.ts";
import { pageUrl } from "./page-url.ts";
import type { Page } from "./pages.ts";
import { plainFolder, plainReference } from "./plain/files.ts";
import { operationHtml } from "./plain/operation-html.ts";
import { bundlePlayground } from "./playground/bundle-playground.ts";
import { playgroundPages } from "./playground/pages.ts";
import { tryFolders } from "./playground/try-folder.ts";
import { readDescription } from "./read-description.ts";
import { ReferenceTools } from "./reference-tools.ts";
import { siteFiles } from "./site-files/site-files.ts";

export type SiteOptions = {
  /** Bundled OpenAPI description, JSON or YAML. */
  description: string;
  /** Folder to write; an earlier build in it is replaced as a whole. */
  output: string;
  /** Absolute address that the site will be published at. Default: `homepage` in this package's package.json. */
  url?: string;
  /** Path that the site will be served under, with a slash at both ends. Default: that of `url`. */
  base?: string;
  /** Folder of guides, Markdown files. Default: no guides. */
  guides?: string | undefined;
  /** Folder of the descriptions of earlier versions, `<version>/openapi.json`. Default: there are none. */
  releases?: string | undefined;
};

/** Builds sites. What no description changes is made for the first one, and kept for those after it until `close`. */
export class SiteBuilder {
  #tools: ReferenceTools | undefined;

  /**
   * Builds a site. Until the last step everything is written beside `output`, so a build that fails leaves it as it was.
   *
   * @returns what it wrote, with paths inside the output folder.
   * @throws {AddressError} when `url` or `base` cannot be used, or they do not agree.
   * @throws {DescriptionError} when the description cannot be used.
   * @throws {GuideError} when a guide cannot be used.
   * @throws {LinkError} when a link inside the site leads nowhere.
   * @throws {OutputError} when `output` holds files that no build wrote.
   */
  build(options: SiteOptions): Promise<TextFile[]> {
    this.#tools ??= new ReferenceTools();
    return buildSite(options, this.#tools);
  }

  /** Ends what is kept. */
  async close(): Promise<void> {
    const tools = this.#tools;
    this.#tools = undefined;
    await tools?.close();
  }
}

async function buildSite(options: SiteOptions, tools: ReferenceTools): Promise<TextFile[]> {
  const { description: file, output } = options;
  const address = siteAddress(options);
  const { base } = address;
  const description = await readDescription(file);
  const guides = options.guides === undefined ? [] : await readGuides(options.guides);
  const releases = options.releases === undefined ? [] : await readReleases(options.releases);
  const found = await findPages(description, base, file);
  const tryFolder = tryFolders(description, (method, path) => folderOfOperation(found, method, path));
  const context = { base, guides, releases, tryFolder };
  const enriched = enrich(description, context);
  const [reference, { entry, files: scripts }] = await Promise.all([
    buildReference(enriched, base, file, tools),
    bundlePlayground(description),
  ]);
  const { pages } = reference;
  const colorScript = pages[0]?.colorScript ?? "";
  const tryPages = playgroundPages(description, { address, entry, colorScript, tryFolder });
  const plain = [withHistory, withSamples, withTryIt].reduce(
    (enriched, enrichment) => enrichment(enriched, context),
    structuredClone(description),
  );
  const folderOf = (method: string, path: string) => folderOfOperation(pages, method, path) ?? "";
  const unfolded = operationHtml(plain, { base, reference: `${base}${plainFolder}/`, folderOf });
  const files: TextFile[] = [
    ...pageFiles(reference, { address, siteName: description.info.title, unfolded }),
    ...plainReference(plain, { address, folderOf }),
    ...tryPages,
    ...scripts,
    ...siteFiles(description, {
      pages,
      folders: [plainFolder, ...tryPages.map(({ path }) => dirname(path))],
      address,
    }),
    { path: "openapi.json", text: `${JSON.stringify(description)}\n` },
    { path: "openapi.yaml", text: stringify(description, { aliasDuplicateObjects: false }) },
    ...reference.files,
  ];
  checkLinks(files, address);
  return replaceFolder(resolve(output), generator, async (folder) => {
    for (const { path, text } of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return files;
  });
}

type Surroundings = {
  address: SiteAddress;
  siteName: string;
  /** Everything about an operation, for readers without JavaScript. */
  unfolded: (operation: NonNullable<Page["operation"]>) => string;
};

function pageFiles(reference: BuiltReference, { address, siteName, unfolded }: Surroundings): TextFile[] {
  const { url, base } = address;
  return reference.pages.map(({ folder, title, summary, html, css, colorScript, operation }) => {
    const head: PageHead = {
      title,
      summary,
      url: pageUrl(url, folder),
      siteName,
      type: folder === "" ? "website" : "article",
    };
    const text = pageDocument({
      head,
      base,
      css,
      html,
      colorScript,
      assets: reference.assets,
      unfolded: operation && unfolded(operation),
    });
    return { path: folder === "" ? "index.html" : `${folder}/index.html`, text };
  });
}
