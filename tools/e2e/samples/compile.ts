import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeConsumer } from "../support/consumer.ts";
import type { Sample } from "../support/samples.ts";
import { typeCheck } from "../support/type-check.ts";

/**
 * Compiles the samples with strict types, against the packages as they are built.
 *
 * @returns What the compiler says, with the places in the texts; empty when all of them compile.
 */
export async function compileSamples(samples: readonly Sample[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "visitors-api-samples-"));
  try {
    const files = samples.map(({ code }, index) => [`sample-${index}.ts`, `${code}\nexport {};\n`]);
    await writeConsumer(folder, Object.fromEntries(files));
    const { status, output } = await typeCheck(folder);
    return status === 0 ? "" : withPlaces(output.trim(), samples);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** `sample-2.ts(3,7): error` → `README.md:45:7: error`. A sample begins on the line after its fence. */
function withPlaces(output: string, samples: readonly Sample[]): string {
  return output.replaceAll(/^sample-(\d+)\.ts\((\d+),(\d+)\)/gm, (found, index, line, column) => {
    const sample = samples[Number(index)];
    if (sample === undefined) return found;
    const [, file, fence] = /^(.*):(\d+)$/.exec(sample.place) ?? [];
    return `${file}:${Number(fence) + Number(line) - sample.linesBefore}:${column}`;
  });
}
