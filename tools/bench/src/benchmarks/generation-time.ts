import { statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Benchmark } from "../benchmark.ts";
import type { Generator } from "../contenders/contender.ts";
import { contenders } from "../contenders/index.ts";
import { openapiFetch } from "../contenders/openapi-fetch.ts";
import { ownDescriptionFile, readOwnDescription } from "../description/description.ts";
import { growDescription, manyOperations } from "../description/synthetic.ts";
import { workFolder } from "../harness/folders.ts";
import { kilobytes, megabytes, nothing, spread, times } from "../harness/format.ts";
import { generate, generatedFolder } from "../harness/generate.ts";
import { interleave } from "../harness/interleave.ts";
import { versioned } from "../harness/packages.ts";
import { sizeOf } from "../harness/size.ts";
import { pairedRatio, summarize } from "../harness/statistics.ts";

const rounds = 7;

interface Subject {
  readonly generator: Generator;
  readonly folder: string;
  /** How it failed; only those that do not are timed. */
  readonly failure: string | undefined;
  readonly peakMemory: number | undefined;
}

export const generationTime: Benchmark = {
  name: "generation-time",
  title: "Generating types and client",
  method:
    `Whole processes on Node, from start to exit, into an empty folder: the median of ${rounds} interleaved runs and the ` +
    "quartiles; beside openapi-typescript, the median of the rounds. One run before that fills the caches, and in it the " +
    "memory is looked at. openapi-typescript writes types alone. @visitors-api/codegen keeps its compiled modules in Node's compile " +
    "cache, and its first run on a machine takes twice the CPU.",
  async run({ description }) {
    const files = description === undefined ? [ownDescriptionFile, grownDescriptionFile()] : [description];
    const measured = [];
    for (const file of files) measured.push(await measure(file));
    return {
      tables: measured.map(({ table }) => table),
      values: measured.map(({ caption, results }) => ({ description: caption, results })),
    };
  },
};

function grownDescriptionFile(): string {
  const file = join(workFolder("grown-description"), `grown-to-${manyOperations + 1}-operations.json`);
  writeFileSync(file, JSON.stringify(growDescription(readOwnDescription(), manyOperations), undefined, 2));
  return file;
}

async function measure(description: string) {
  const subjects: Subject[] = [];
  for (const { generator } of contenders) {
    if (generator) subjects.push(await tryOut(generator, description));
  }
  const able = subjects.filter(({ failure }) => failure === undefined);
  const milliseconds = await interleave(
    able,
    rounds,
    async ({ generator, folder }) => (await generate(generator, description, folder)).milliseconds,
  );
  const base = milliseconds[able.findIndex(({ generator }) => generator === openapiFetch.generator)];
  const results = subjects.map((subject) => {
    const { generator, folder, failure, peakMemory } = subject;
    const own = milliseconds[able.indexOf(subject)];
    return {
      generator: versioned(generator),
      failure,
      milliseconds: own && summarize(own),
      ratio: own && pairedRatio(own, base),
      peakMemory,
      written: sizeOf(join(folder, generatedFolder)),
    };
  });
  const caption = `${basename(description)}, ${kilobytes(statSync(description).size)}`;
  return {
    caption,
    results,
    table: {
      caption,
      columns: ["", "ms", "beside openapi-typescript", "peak memory", "written", "files"],
      rows: results.map(({ generator, failure, milliseconds, ratio, peakMemory, written }) => [
        generator,
        milliseconds ? spread(milliseconds, 0) : `fails: ${failure}`,
        times(ratio),
        peakMemory === undefined ? nothing : megabytes(peakMemory),
        kilobytes(written.bytes),
        String(written.files),
      ]),
    },
  };
}

/** A run that is not timed. On a description of somebody else's, failing is a result like any other. */
async function tryOut(generator: Generator, description: string): Promise<Subject> {
  const folder = workFolder("generation-time", generator.name);
  const { exitCode, output, peakMemory } = await generate(generator, description, folder, {
    watchMemory: true,
  });
  const lines = output.split("\n").filter((line) => /error|fail|cannot/i.test(line));
  const failure = exitCode === 0 ? undefined : (lines[0] ?? `exit code ${exitCode}`).trim().slice(0, 100);
  return { generator, folder, failure, peakMemory };
}
