import type { Description } from "../description.ts";
import { operationsToShow } from "../enrich/samples/samples.ts";

/** The folder of an operation's page; undefined for one that has none. */
export type FolderOf = (method: string, path: string) => string | undefined;

/** The folders of the playground's pages, each in that of the operation's page in the reference. */
export function tryFolders(description: Description, folderOf: FolderOf): FolderOf {
  const folders = new Map(
    operationsToShow(description).flatMap(({ found: { method, path } }) => {
      const folder = folderOf(method, path);
      return folder === undefined ? [] : [[`${method} ${path}`, folder === "" ? "try" : `${folder}/try`]];
    }),
  );
  return (method, path) => folders.get(`${method} ${path}`);
}
