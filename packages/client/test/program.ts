import { run } from "@visitors-api/machine/run";

/** Runs a program of its own that has the client, until it ends by itself, and gives the line that it prints last. */
export async function runProgram(code: string): Promise<string> {
  const client = JSON.stringify(new URL("notes/generated/index.ts", import.meta.url));
  const runtime = JSON.stringify(new URL("../src/runtime/index.ts", import.meta.url));
  const program = `import { createClient } from ${client}; import { ApiError } from ${runtime};${code}`;
  const flags = ["--expose-gc", "--disable-warning=ExperimentalWarning", "--input-type=module"];
  const { status, stdout, output } = await run(process.execPath, [...flags, "--eval", program]);
  if (status !== 0) throw new Error(`The program ended with ${status ?? "a signal"}, after ${output}`);
  return stdout.trim().split("\n").at(-1) ?? "";
}
