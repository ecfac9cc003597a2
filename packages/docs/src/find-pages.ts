import type { Description } from "./description.ts";
import { type Page, pagesOf } from "./pages.ts";
import { loadRedoc } from "./redoc/build-half.ts";
import { renderingError } from "./redoc/rendering-error.ts";

/**
 * The pages that the reference of a description will have. They are needed before it is built, for what is added to the
 * description has links to pages.
 *
 * @throws {DescriptionError} when Redoc cannot render it.
 */
export async function findPages(description: Description, base: string, file: string): Promise<Page[]> {
  const { prepareReference } = await loadRedoc();
  try {
    return pagesOf(await prepareReference(description, base), description);
  } catch (error) {
    throw renderingError(error, file);
  }
}

/** The folder of an operation's page; undefined for an operation that has none. */
export function folderOfOperation(pages: readonly Page[], method: string, path: string): string | undefined {
  const page = pages.find(({ operation }) => operation?.method === method && operation.path === path);
  return page?.folder;
}
