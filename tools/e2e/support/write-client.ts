import { cp } from "node:fs/promises";
import { join } from "node:path";
import { generate } from "@visitors-api/codegen/generate";
import { write } from "@visitors-api/codegen/write";
import { root } from "./root.ts";

/**
 * Writes a client that is generated from a description, with the run time of the one that is published.
 *
 * @returns The folder of the generated sources.
 */
export async function writeClient(description: string, folder: string): Promise<string> {
  for (const name of ["runtime", "index.ts", "deprecation.ts"])
    await cp(join(root, "packages/client/src", name), join(folder, name), { recursive: true });
  const generated = join(folder, "generated");
  const { differences } = await generate(description, generated);
  await write(generated, differences);
  return generated;
}
