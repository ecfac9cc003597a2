import { writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { runNode } from "@visitors-api/machine/run";
import { startServer } from "@visitors-api/machine/start";
import { consumerFolder } from "../../support/folders.ts";
import { environment } from "../../support/samples.ts";
import { typeCheck } from "../../support/type-check.ts";

/**
 * Compiles a program with the client of a checkout, and runs it against the checkout's sandbox; both are taken as
 * sources, since those are what is generated.
 *
 * @returns what it printed.
 * @throws {Error} with what the compiler or the program said when it does not compile, or does not run.
 */
export async function useClient(checkout: string, program: string): Promise<string> {
  const folder = await consumerFolder({});
  const client = relative(folder, join(checkout, "packages/client/src/index.ts")).replaceAll("\\", "/");
  const file = join(folder, "program.ts");
  await writeFile(file, program.replace("@visitors-api/client", client));
  const token = "secret";
  const command = join(checkout, "packages/sandbox/src/visitors/main.ts");
  const [compiled, sandbox] = await Promise.all([
    typeCheck(folder),
    startServer(process.execPath, [command, "--port", "0", "--token", token]),
  ]);
  try {
    if (compiled.status !== 0) throw new Error(`It does not compile:\n${compiled.output}`);
    const env = { [environment.token]: token, [environment.baseUrl]: sandbox.url };
    const ran = await runNode(file, [], { cwd: folder, env });
    if (ran.status !== 0) throw new Error(`It does not run:\n${ran.output}\n${sandbox.output()}`);
    return ran.output.trim();
  } finally {
    await sandbox.stop();
  }
}
