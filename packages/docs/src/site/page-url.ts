/** The address of a page in a folder of the site. */
export function pageUrl(url: string, folder: string): string {
  return new URL(folder === "" ? "" : `${folder}/`, url).href;
}
