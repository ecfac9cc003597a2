import { spawn } from "node:child_process";
import { once } from "node:events";
import { limits } from "@visitors-api/machine/limits";

/** Runs a program of its own that has the client, until it ends by itself, and gives the line that it prints last. */
export async function runProgram(code: string): Promise<string> {
  const client = JSON.stringify(new URL("notes/generated/index.ts", import.meta.url));
  const runtime = JSON.stringify(new URL("../src/runtime/index.ts", import.meta.url));
  const program = `import { createClient } from ${client}; import { ApiError } from ${runtime};${code}`;
  const flags = ["--expose-gc", "--disable-warning=ExperimentalWarning", "--input-type=module"];
  const child = spawn(process.execPath, [...flags, "--eval", program], {
    stdio: ["ignore", "pipe", "inherit"],
    timeout: limits.process,
  });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  const [status] = await once(child, "close");
  if (status !== 0) throw new Error(`The program ended with ${status ?? "a signal"}, after ${printed}`);
  return printed.trim().split("\n").at(-1) ?? "";
}
