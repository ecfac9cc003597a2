import { mkdir, writeFile } from "node:fs/promises";
import { registerHooks } from "node:module";
import { dirname, join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { stringify } from "yaml";
import { bundleClient, type ClientScripts, type TextFile } from "./bundle.ts";
import { type Description, DescriptionError } from "./description.ts";
import { replaceFolder } from "./output-folder.ts";
import { generator, pageDocument } from "./page-document.ts";
import { type Page, pagesOf } from "./pages.ts";
import { readDescription } from "./read-description.ts";
import { adaptRedoc, isRedoc } from "./redoc-source.ts";
import type { RenderedPage } from "./render.ts";
import { pruneStylesheet } from "./stylesheet.ts";

export type SiteOptions = {
  /** Bundled OpenAPI description, JSON or YAML. */
  description: string;
  /** Folder to write; an earlier build in it is replaced as a whole. */
  output: string;
  /** Path that the site will be served under, with a slash at both ends. Default: `/`. */
  base?: string;
};

/** A file of the built site. */
export type SiteFile = {
  /** Path inside the output folder. */
  path: string;
  bytes: number;
  gzipBytes: number;
};

/**
 * Builds the site. Until the last step everything is written beside `output`, so a build that fails leaves it as it was.
 *
 * @throws {DescriptionError} when the description cannot be used.
 * @throws {OutputError} when `output` holds files that no build wrote.
 */
export async function buildSite({ description: file, output, base = "/" }: SiteOptions): Promise<SiteFile[]> {
  const description = await readDescription(file);
  // Bundling goes on in a process of its own while this one renders.
  const [scripts, pages] = await Promise.all([bundleClient(), renderPages(description, base, file)]);
  const files: TextFile[] = [
    ...pageFiles(pages, scripts, base),
    { path: "openapi.json", text: `${JSON.stringify(description)}\n` },
    { path: "openapi.yaml", text: stringify(description, { aliasDuplicateObjects: false }) },
    ...scripts.files,
  ];
  return replaceFolder(resolve(output), generator, async (folder) => {
    for (const { path, text } of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return files.map(({ path, text }) => {
      return { path, bytes: Buffer.byteLength(text), gzipBytes: gzipSync(text).length };
    });
  });
}

type PageOfSite = Page & RenderedPage;

async function renderPages(description: Description, base: string, file: string): Promise<PageOfSite[]> {
  const { prepareReference, renderPage } = await loadRenderer();
  try {
    const reference = await prepareReference(description, base);
    return pagesOf(reference).map((page) => ({ ...page, ...renderPage(reference, page.route) }));
  } catch (error) {
    if (error instanceof DescriptionError || !(error instanceof Error)) throw error;
    throw new DescriptionError(`${file}: Redoc cannot render this description: ${error.message}`, {
      cause: error,
    });
  }
}

type Renderer = Pick<typeof import("./reference.ts"), "prepareReference"> &
  Pick<typeof import("./render.ts"), "renderPage">;

let renderer: Promise<Renderer> | undefined;

/** Redoc and React choose at their first import what they are: adapted, and the production build. */
function loadRenderer(): Promise<Renderer> {
  renderer ??= (async () => {
    process.env["NODE_ENV"] = "production";
    registerHooks({
      load(url, context, nextLoad) {
        const loaded = nextLoad(url, context);
        return isRedoc(url) ? { ...loaded, source: adaptRedoc(String(loaded.source)) } : loaded;
      },
    });
    return { ...(await import("./reference.ts")), ...(await import("./render.ts")) };
  })();
  return renderer;
}

function pageFiles(pages: readonly PageOfSite[], { boot, entry }: ClientScripts, base: string): TextFile[] {
  const routes = new Set(pages.map(({ route }) => route));
  return pages.map(({ folder, title, summary, html, css, colorScript }) => {
    const text = pageDocument({
      title,
      summary,
      base,
      css: pruneStylesheet(css, html),
      html: linkToFolders(html, routes),
      colorScript,
      bootScript: boot,
      entry: `${base}${entry}`,
    });
    return { path: folder === "" ? "index.html" : `${folder}/index.html`, text };
  });
}

/**
 * Redoc links pages without the slash at the end, which a static host answers with a redirect. Attribute values are
 * escaped, so ` href="` cannot stand in a text of the description.
 */
function linkToFolders(html: string, routes: ReadonlySet<string>): string {
  return html.replace(/ href="([^"#]+)(#[^"]*)?"/g, (link, path: string, fragment: string = "") => {
    return routes.has(path) && !path.endsWith("/") ? ` href="${path}/${fragment}"` : link;
  });
}
