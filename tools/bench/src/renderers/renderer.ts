import type { Page } from "playwright-core";

/** Something that shows a description as a page, as data. */
export interface Renderer {
  readonly name: string;
  /** Whose version the results name. */
  readonly package?: string;
  /** Path of the page that is looked at, inside the folder that was written. */
  readonly page: string;
  /** What a reader does first, and what is to be seen then. Default: nothing that is measured. */
  readonly intents?: readonly Intent[];
  /** What builds the page, as Node takes it; without, it is built by the browser, and `files` are all that there is. */
  command?(description: string, folder: string): readonly string[];
  /** Writes what is served, with the description as `openapi.json` beside it. */
  files?(folder: string): void;
}

/** What a reader does on a page that nobody has touched. */
export interface Intent {
  readonly name: string;
  act(page: Page): Promise<void>;
  /** Selects what is visible once it has worked. */
  readonly shown: string;
}
