import { join } from "node:path";
import { loadWithPlaces } from "../../src/load/load.ts";
import { fill, folderWith } from "./folder.ts";
import { marked } from "./marked.ts";

/**
 * Loads a description that stands in files of these texts, of which the first is its root, and in which `▶` marks
 * places.
 *
 * @returns As it is loaded, what is warned of, and where the marks stand: both as `file:line:column`.
 */
export async function loadText(files: Readonly<Record<string, string>>, lenient = false) {
  const folder = folderWith();
  const places: string[] = [];
  for (const [name, withMarks] of Object.entries(files)) {
    const { text, places: found } = marked(withMarks);
    fill(folder, { [name]: text });
    for (const { line, column } of found) places.push(`${name}:${line}:${column}`);
  }
  const [root = ""] = Object.keys(files);
  const shown = (place: { readonly file: string; readonly line: number; readonly column: number }) =>
    `${place.file.slice(folder.length + 1)}:${place.line}:${place.column}`;
  const loaded = await loadWithPlaces(join(folder, root), { lenient });
  const warnings = loaded.warnings.map((warning) => ({ place: shown(warning), message: warning.message }));
  return { ...loaded, warnings, places, shown, folder };
}
