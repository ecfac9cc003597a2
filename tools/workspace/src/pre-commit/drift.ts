import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { runRedocly } from "../redocly.ts";
import { root } from "../root.ts";
import type { Check } from "./check.ts";
import { descriptionFiles } from "./description.ts";

const generated = "packages/client/src/generated";

/** Where the sources stand decides how they import what is beside them. It is not there, so there is nothing to compare with. */
const beside = join(root, "packages/client/src/staged");

/** What the sources are made by. */
const generator = /^tools\/(codegen|openapi)\/src\//;

const concerns = (path: string) =>
  descriptionFiles.test(path) || path.startsWith(`${generated}/`) || generator.test(path);

/** Whether the generated sources that are staged are what the staged description gives. */
export const drift: Check = {
  reads: ({ paths }) => (paths.some(concerns) ? ["spec", generated] : []),

  async run(folder) {
    // Loaded only here: it takes longer than all of a check that does not need it.
    const { generate } = await import("@visitors-api/codegen/generate");
    let files: ReadonlyMap<string, string>;
    try {
      ({ files } = await generate(await inOneFile(join(folder, "spec")), beside));
    } catch (error) {
      if (!(error instanceof Error) || error.name !== "DescriptionError") throw error;
      const output = error.message.replaceAll(`${relative(process.cwd(), folder)}/`, "");
      return { output, repair: "an edit of the description, at the places above" };
    }
    const differing = differences(files, join(folder, generated));
    if (differing.length === 0) return undefined;
    return {
      output: `Not what the staged description gives: ${differing.map((name) => `${generated}/${name}`).join(", ")}`,
      repair: "npm run generate",
    };
  },
};

/** The staged description or, of one in several files, its bundle: components have the order in which they stand there. */
async function inOneFile(spec: string): Promise<string> {
  const description = join(spec, "openapi.yaml");
  // Loaded with the generator.
  const { filesOf } = await import("@visitors-api/codegen/load");
  if ((await filesOf(description)).length === 1) return description;
  const bundle = join(spec, "dist/openapi.yaml");
  const { succeeded } = await runRedocly(["bundle", "openapi.yaml", "--output", bundle], spec);
  // What cannot be bundled cannot be read either, and the generator says it with its place.
  return succeeded ? bundle : description;
}

function differences(files: ReadonlyMap<string, string>, folder: string): string[] {
  const staged = existsSync(folder) ? readdirSync(folder) : [];
  const missing = [...files.keys()].filter((name) => !staged.includes(name));
  const wrong = staged.filter((name) => files.get(name) !== readFileSync(join(folder, name), "utf8"));
  return [...missing, ...wrong].toSorted();
}
