/** Something that shows a description as a page, as data. */
export interface Renderer {
  readonly name: string;
  /** Whose version the results name. */
  readonly package?: string;
  /** Path of the page that is looked at, inside the folder that was written. */
  readonly page: string;
  /** Waits for a reader before it becomes interactive, and says so with `data-interactive`. Default: it does at once. */
  readonly waits?: boolean;
  /** What builds the page, as Node takes it; without, it is built by the browser, and `files` are all that there is. */
  command?(description: string, folder: string): readonly string[];
  /** Writes what is served, with the description as `openapi.json` beside it. */
  files?(folder: string): void;
}
