import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Run, run as runCommand, runNode } from "@visitors-api/machine/run";
import { type Started, start as startCommand } from "@visitors-api/machine/start";
import packageJson from "../../package.json" with { type: "json" };

/** The command as it is published: what `bin` names, compiled. */
export const command = fileURLToPath(
  new URL(`../../${packageJson.bin["visitors-sandbox"]}`, import.meta.url),
);
if (!existsSync(command)) throw new Error(`${command} is missing: run the build of this package first`);

/** Runs a line as a shell does in which somebody pastes it. */
export function paste(line: string): Promise<Run> {
  return runCommand("sh", ["-c", line]);
}

export interface Running extends Omit<Started, "process" | "stop"> {
  readonly url: string;
  /** Stops reading what it prints, as `| head` does. */
  hangUp(): void;
  signal(name: NodeJS.Signals): void;
}

/** What runs a command. */
export interface Command {
  /** Runs it to its end. */
  readonly run: (args: readonly string[]) => Promise<Run>;
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
    run: (args) => runNode(program, [...first, ...args]),
    start: (args, flags = []) => started([...flags, program, ...first, ...args]),
  };
}

/** The command as it is published. */
export const { run, start } = commandOf(command);

async function started(args: readonly string[]): Promise<Running> {
  const { process: child, ...running } = startCommand(process.execPath, args);
  await running.printed(/Ctrl-C/);
  return {
    ...running,
    url: /^URL: +(\S+)$/m.exec(running.output())?.[1] ?? "",
    hangUp: () => child.stdout?.destroy(),
    signal: (name) => child.kill(name),
  };
}
