import { execFile, spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { limits } from "@visitors-api/machine/limits";
import packageJson from "../../package.json" with { type: "json" };

const LIMIT = { timeout: limits.process };

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

/** Runs a line as a shell does in which somebody pastes it. */
export function paste(line: string): Promise<Finished> {
  return finished("sh", ["-c", line]);
}

function finished(file: string, args: readonly string[]): Promise<Finished> {
  return new Promise((resolve, reject) => {
    execFile(file, [...args], LIMIT, (error, stdout, stderr) => {
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

/** What runs a command. */
export interface Command {
  /** Runs it to its end. */
  readonly run: (args: readonly string[]) => Promise<Finished>;
  /**
   * Starts it, and resolves when it is ready.
   *
   * @param flags Node's own.
   */
  readonly start: (args: readonly string[], flags?: readonly string[]) => Promise<Running>;
}

/** The command of a program, which is given these arguments before others. */
export function commandOf(program: string, ...first: readonly string[]): Command {
  return {
    run: (args) => finished(process.execPath, [program, ...first, ...args]),
    start: (args, flags = []) => started([...flags, program, ...first, ...args]),
  };
}

/** The command as it is published. */
export const { run, start } = commandOf(command);

async function started(args: readonly string[]): Promise<Running> {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"], ...LIMIT });
  let output = "";
  let ended = false;
  const progress = new EventEmitter();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      progress.emit("news");
    });
  }
  child.once("close", () => {
    ended = true;
    progress.emit("news");
  });
  async function printed(pattern: RegExp): Promise<string> {
    for (;;) {
      const [found] = pattern.exec(output) ?? [];
      if (found !== undefined) return found;
      if (ended) throw new Error(`The command ended, and did not print ${pattern}:\n${output}`);
      await once(progress, "news");
    }
  }
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
