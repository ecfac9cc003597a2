import { generate } from "../../src/generate.ts";
import { write } from "../../src/write/write.ts";

/** Generates into a folder as the command does, without a process of its own. */
export async function generateInto(output: string, description: string): Promise<void> {
  const { differences } = await generate(description, output);
  await write(output, differences);
}
