import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import packageJson from "../../package.json" with { type: "json" };

const PATIENCE = { timeout: 15_000 };

/** The command as it is published: what `bin` names, compiled. */
export const command = fileURLToPath(
  new URL(`../../${packageJson.bin["visitors-sandbox"]}`, import.meta.url),
);
if (!existsSync(command)) throw new Error(`${command} is missing: run the build of this package first`);

export interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command to its end. */
export function run(args: readonly string[]): Promise<Finished> {
  return finished(process.execPath, [command, ...args]);
}

/** Runs a line as a shell does in which somebody pastes it. */
export function paste(line: string): Promise<Finished> {
  return finished("sh", ["-c", line]);
}

function finished(file: string, args: readonly string[]): Promise<Finished> {
  return new Promise((resolve, reject) => {
    execFile(file, [...args], PATIENCE, (error, stdout, stderr) => {
      if (error && typeof error.code !== "number") reject(error);
      else resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
    });
  });
}

export interface Running {
  readonly url: string;
  /** Everything printed so far. */
  output(): string;
  /** Resolves when this has been printed. */
  printed(pattern: RegExp): Promise<string>;
  /** Stops reading what it prints, as `| head` does. */
  hangUp(): void;
  signal(name: NodeJS.Signals): void;
  /** The exit code; null when a signal ended it. */
  readonly exit: Promise<number | null>;
}

/** Starts the command, and resolves when it is ready. */
export async function start(args: readonly string[]): Promise<Running> {
  const child = spawn(process.execPath, [command, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    ...PATIENCE,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const printed = (pattern: RegExp) => waitFor(child, () => pattern.exec(output)?.[0]);
  await printed(/Ctrl-C/);
  return {
    url: /^URL: +(\S+)$/m.exec(output)?.[1] ?? "",
    output: () => output,
    printed,
    hangUp: () => child.stdout.destroy(),
    signal: (name) => child.kill(name),
    exit:
      child.exitCode === null ? once(child, "exit").then(([code]) => code) : Promise.resolve(child.exitCode),
  };
}

async function waitFor(child: ChildProcess, find: () => string | undefined): Promise<string> {
  const deadline = Date.now() + PATIENCE.timeout;
  while (Date.now() < deadline) {
    const found = find();
    if (found !== undefined) return found;
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error("The command did not print what it was waited for");
}
