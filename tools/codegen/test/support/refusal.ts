import { join } from "node:path";
import { expect } from "vitest";
import { generate } from "../../src/generate.ts";
import { DescriptionError, formatProblem } from "../../src/load/problem.ts";
import { fill, folderWith, snapshot } from "./folder.ts";
import { marked } from "./marked.ts";
import { pets } from "./pets.ts";

/** What the generator says of each file whose text has the marks. */
export type Files = Readonly<Record<string, string>>;

/**
 * Generates from a description with mistakes, over an output folder that has something in it.
 *
 * @returns What was said, each as `file:line:column: message`, and where the marks stand, as `file:line:column`.
 */
export async function refusal(files: Files, description = "openapi.yaml") {
  const places: string[] = [];
  const folder = folderWith({ "client/kept.ts": "export {};\n", "pets.yaml": pets });
  for (const [name, withMarks] of Object.entries(files)) {
    const { text, places: found } = marked(withMarks);
    fill(folder, { [name]: text });
    for (const { line, column } of found) places.push(`${name}:${line}:${column}`);
  }

  const before = snapshot(folder);
  const error = await generate(join(folder, description), join(folder, "client")).then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(snapshot(folder)).toEqual(before);
  if (!(error instanceof DescriptionError)) throw error ?? new Error("The description was accepted.");

  const said = error.problems.map((problem) => {
    const { file, line, column, message } = problem;
    const name = file.startsWith(folder) ? file.slice(folder.length + 1) : file;
    expect(formatProblem(problem)).toMatch(new RegExp(`:${line}:${column}: `));
    return { place: `${name}:${line}:${column}`, message };
  });
  return { said, places };
}
