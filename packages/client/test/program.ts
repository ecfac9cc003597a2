import { spawn } from "node:child_process";
import { once } from "node:events";

/**
 * Runs a program of its own that has the client. What it prints last, and how many milliseconds it goes on for when it has
 * printed that.
 */
export async function runProgram(code: string): Promise<{ printed: string; lingered: number }> {
  const source = JSON.stringify(new URL("../src/index.ts", import.meta.url));
  const program = `import { ApiError, createClient } from ${source};${code}`;
  const flags = ["--expose-gc", "--disable-warning=ExperimentalWarning", "--input-type=module"];
  const child = spawn(process.execPath, [...flags, "--eval", program], {
    stdio: ["ignore", "pipe", "inherit"],
    timeout: 25_000,
  });
  let printed = "";
  let last = 0;
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
    last = performance.now();
  });
  const [status] = await once(child, "close");
  if (status !== 0) throw new Error(`The program ended with ${status ?? "a signal"}, after ${printed}`);
  return { printed: printed.trim().split("\n").at(-1) ?? "", lingered: performance.now() - last };
}
