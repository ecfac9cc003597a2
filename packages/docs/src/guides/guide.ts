/** A guide: a Markdown file that becomes a page beside the reference. */
export type Guide = {
  /** Name of its file without the ending, and of its page's folder. */
  readonly name: string;
  readonly title: string;
  /** What stands below the title. */
  readonly markdown: string;
  /** Whether it tells what changed in each version. */
  readonly isChangelog: boolean;
};

/** Folder of the guides' pages inside the site. */
export const guidesFolder = "guides";

/** A guide cannot be used. The message says what is wrong, where, and what to do. */
export class GuideError extends Error {
  override name = "GuideError";
}
