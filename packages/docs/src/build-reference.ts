import { createHash } from "node:crypto";
import type { TextFile } from "./bundle.ts";
import type { Description } from "./description.ts";
import { type Page, pagesOf } from "./pages.ts";
import { loadRedoc } from "./redoc/build-half.ts";
import { renderingError } from "./redoc/rendering-error.ts";
import { styleSheetOf } from "./redoc/style-groups.ts";
import type { ReferenceTools } from "./reference-tools.ts";
import type { PrerenderedPage } from "./render-pages.ts";

/** The pages that Redoc renders, and what makes them interactive. */
export type BuiltReference = {
  pages: (Page & PrerenderedPage)[];
  assets: ReferenceAssets;
  files: TextFile[];
};

/** What pages load on the first sign of a reader's intent: paths inside the site. */
export type ReferenceAssets = {
  /** The text of the script that waits for that sign. It stands inline in every page. */
  boot: string;
  /** The module. */
  entry: string;
  /** What Redoc made of the description, as JSON. */
  reference: string;
  /** The styles that hold for every page. */
  theme: string;
  /** The styles of the components on some page, as styled-components reads them. */
  components: string;
};

/**
 * @param description the description that is shown.
 * @param file its name in messages.
 * @throws {DescriptionError} when Redoc cannot render it.
 */
export async function buildReference(
  description: Description,
  base: string,
  file: string,
  tools: ReferenceTools,
): Promise<BuiltReference> {
  const { prepareReference, redocTheme } = await loadRedoc();
  try {
    const reference = await prepareReference(description, base);
    const pages = pagesOf(reference, description);
    const theme = redocTheme();
    const routes = pages.map(({ route }) => route);
    const rendered = await tools.render({ reference, routes, theme });
    const titles = Object.fromEntries(pages.map(({ route, title }) => [route, title]));
    const assets = {
      reference: hashedFile("reference", ".json", JSON.stringify({ ...reference, titles })),
      theme: hashedFile("theme", ".css", theme),
      components: hashedFile("components", ".css", styleSheetOf(rendered.styles)),
    };
    const { boot, entry, files } = await tools.scripts();
    return {
      pages: pages.map((page, index) => ({ ...page, ...pageAt(rendered.pages, index) })),
      assets: {
        boot,
        entry,
        reference: assets.reference.path,
        theme: assets.theme.path,
        components: assets.components.path,
      },
      files: [...Object.values(assets), ...files],
    };
  } catch (error) {
    throw renderingError(error, file);
  }
}

function pageAt(pages: readonly PrerenderedPage[], index: number): PrerenderedPage {
  const page = pages[index];
  if (page === undefined) throw new Error("A page was not rendered");
  return page;
}

/** A file whose name changes with its content, so that nobody who has an old one in a cache uses it with a new page. */
function hashedFile(name: string, extension: string, text: string): TextFile {
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 8);
  return { path: `assets/${name}-${hash}${extension}`, text };
}
