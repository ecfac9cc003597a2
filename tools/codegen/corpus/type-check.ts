import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const repository = join(import.meta.dirname, "../../..");

export interface CompilerError {
  /** In the folder. */
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** What the compiler that the client is compiled with, in the repository's strict settings, has against the files of a folder. */
export async function typeCheck(folder: string): Promise<CompilerError[]> {
  const settings = {
    extends: join(repository, "tools/workspace/tsconfig.base.json"),
    compilerOptions: { types: [] },
    include: ["*.ts"],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(settings));
  const require = createRequire(join(repository, "packages/client/package.json"));
  const script = join(dirname(require.resolve("@typescript/native/package.json")), "bin/tsc");
  const output = await run(process.execPath, [script, "-p", folder, "--pretty", "false"], {
    maxBuffer: 2 ** 30,
    cwd: folder,
  }).then(
    ({ stdout }) => stdout,
    ({ stdout }: { stdout: string }) => stdout,
  );
  return [...output.matchAll(/^([^\s(][^(\n]*)\((\d+),\d+\): error (.*)$/gm)].map(
    ([, file = "", line, message = ""]) => ({
      file: relative(folder, join(folder, file)),
      line: Number(line),
      message,
    }),
  );
}
