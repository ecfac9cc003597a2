import { readFile, writeFile } from "node:fs/promises";
import { type Document, parseDocument } from "yaml";

export type Edit = (description: Document) => void;

/** Edits a description as a person would: comments and all that is not edited stay. */
export async function editDescription(file: string, edit: Edit): Promise<void> {
  const description = parseDocument(await readFile(file, "utf8"));
  edit(description);
  await writeFile(file, description.toString({ lineWidth: 0 }));
}
