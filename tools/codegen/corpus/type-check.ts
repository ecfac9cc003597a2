import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { runNode } from "@visitors-api/machine/run";

const repository = join(import.meta.dirname, "../../..");

export interface CompilerError {
  /** Absolute path. */
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** What the compiler that checks the repository, in its strict settings, has against the clients in the folders of a folder. */
export async function typeCheck(folder: string): Promise<CompilerError[]> {
  const settings = {
    extends: join(repository, "tools/workspace/tsconfig.base.json"),
    compilerOptions: { types: [] },
    files: [],
    include: ["*/*.ts"],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(settings));
  const require = createRequire(join(repository, "tools/workspace/package.json"));
  const script = join(dirname(require.resolve("typescript/package.json")), "bin/tsc");
  const { status, output } = await runNode(script, ["-p", folder, "--pretty", "false"], { cwd: folder });
  const errors = [...output.matchAll(/^([^\s(][^(\n]*)\((\d+),\d+\): error (.*)$/gm)].map(
    ([, file = "", line, message = ""]) => ({
      file: join(folder, file),
      line: Number(line),
      message,
    }),
  );
  if (status !== 0 && errors.length === 0) throw new Error(`The compiler failed: ${output}`);
  return errors;
}
