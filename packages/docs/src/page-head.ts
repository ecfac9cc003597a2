import { escapeHtml } from "./escape-html.ts";

export type PageHead = {
  title: string;
  summary: string;
  /** Absolute address of the page. */
  url: string;
  siteName: string;
  /** https://ogp.me/#types */
  type: "website" | "article";
};

/** What search engines, and services that preview links, read of a page. */
export function pageHead({ title, summary, url, siteName, type }: PageHead): string[] {
  return [
    `<meta name="generator" content="${generator}">`,
    `<title>${escapeHtml(title)}</title>`,
    `<meta name="description" content="${escapeHtml(summary)}">`,
    `<link rel="canonical" href="${escapeHtml(url)}">`,
    ...Object.entries({ title, description: summary, url, type, site_name: siteName }).map(
      ([property, content]) => `<meta property="og:${property}" content="${escapeHtml(content)}">`,
    ),
  ];
}

/** Stands in every page, and so tells a folder that this build wrote from any other. */
export const generator = "@visitors-api/docs";
