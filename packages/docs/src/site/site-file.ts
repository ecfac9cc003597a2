/** A file of the site: its path inside the site's folder, and its content. */
export type SiteFile = { readonly path: string; readonly text: string };
