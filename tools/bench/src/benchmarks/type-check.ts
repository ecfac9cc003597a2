import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Benchmark } from "../benchmark.ts";
import type { Contender } from "../contenders/contender.ts";
import { contenders } from "../contenders/index.ts";
import { firstCallTask } from "../description/call.ts";
import { ownDescriptionFile, readOwnDescription } from "../description/description.ts";
import { BenchmarkError } from "../harness/benchmark-error.ts";
import { executeNode } from "../harness/command.ts";
import { type Compiler, compilers, type Diagnostics, readDiagnostics } from "../harness/compilers.ts";
import { spread } from "../harness/format.ts";
import { interleave } from "../harness/interleave.ts";
import { versioned } from "../harness/packages.ts";
import { showingPage } from "../harness/page.ts";
import { preparePublished } from "../harness/prepare.ts";
import { summarize } from "../harness/statistics.ts";

const rounds = 7;

const tsconfig = {
  files: ["page.ts"],
  compilerOptions: {
    target: "es2022",
    lib: ["es2022", "dom", "dom.iterable"],
    module: "esnext",
    moduleResolution: "bundler",
    allowImportingTsExtensions: true,
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: [],
  },
};

interface Subject {
  readonly contender: Contender;
  readonly folder: string;
  readonly compiler: Compiler;
}

export const typeCheck: Benchmark = {
  name: "type-check",
  title: "Type-checking a page that makes one call",
  method:
    "`tsc` of the page whose size is measured above, strict, skipLibCheck. Files and instantiations as " +
    `--extendedDiagnostics tells them; the milliseconds of the whole process, median of ${rounds} interleaved runs and the quartiles.`,
  async run() {
    const consumers: Omit<Subject, "compiler">[] = [];
    for (const contender of contenders) consumers.push(await prepare(contender));
    const tables = [];
    const values = [];
    for (const compiler of compilers()) {
      const subjects = consumers.map((consumer) => ({ ...consumer, compiler }));
      const diagnostics: Diagnostics[] = [];
      for (const subject of subjects) diagnostics.push(readDiagnostics((await check(subject)).output));
      const times = await interleave(
        subjects,
        rounds,
        async (subject) => (await check(subject)).milliseconds,
      );
      const results = subjects.map(({ contender }, index) => ({
        contender: versioned(contender),
        ...diagnostics[index],
        milliseconds: summarize(times[index] ?? []),
      }));
      tables.push({
        caption: compiler.name,
        columns: ["", "files", "lines", "instantiations", "ms"],
        rows: results.map(({ contender, files, lines, instantiations, milliseconds }) => [
          contender,
          ...[files, lines, instantiations].map(String),
          spread(milliseconds, 0),
        ]),
      });
      values.push({ compiler: compiler.name, results });
    }
    return { tables, values };
  },
};

async function prepare(contender: Contender) {
  const { folder, from } = await preparePublished(contender, "type-check", ownDescriptionFile);
  const source = showingPage(contender.page, firstCallTask(readOwnDescription()), from);
  // Without an import or export it would be a script, where `await` has no place.
  writeFileSync(join(folder, "page.ts"), `${source}export {};\n`);
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(tsconfig));
  return { contender, folder };
}

async function check({ contender, folder, compiler }: Subject) {
  const execution = await executeNode([compiler.script, "--extendedDiagnostics", "--pretty", "false"], {
    cwd: folder,
  });
  if (execution.exitCode === 0) return execution;
  throw new BenchmarkError(
    `${execution.output}\n${compiler.name} finds mistakes in the page of ${contender.name}.`,
  );
}
