import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "@visitors-api/machine/run";

/** Whether this machine has a command. */
export async function has(command: string, ...args: string[]): Promise<boolean> {
  return (await run(command, args)).status === 0;
}

export interface SampleRun {
  /** A folder that is the sample's own, with the files that it reads. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Runs a program and gives what it prints.
 *
 * @throws {Error} with what it says when it fails.
 */
export async function output(
  command: string,
  args: readonly string[],
  { folder, env }: SampleRun,
): Promise<string> {
  const { status, stdout, output } = await run(command, args, { cwd: folder, env });
  if (status !== 0) throw new Error(`${[command, ...args].join(" ")} failed (${status}):\n${output}`);
  return stdout;
}

/** Runs a shell command with curl in it. */
export async function runShell(source: string, sample: SampleRun): Promise<string> {
  // curl tells of its progress when nobody watches; its settings of this machine are not the sample's.
  await writeFile(join(sample.folder, ".curlrc"), "silent\nshow-error\n");
  return output("sh", ["-c", source], { ...sample, env: { ...sample.env, CURL_HOME: sample.folder } });
}

/** Runs a module; what it logs is printed as JSON, so that it can be read whole. */
export async function runModule(source: string, file: string, sample: SampleRun): Promise<string> {
  await writeFile(join(sample.folder, file), source);
  await writeFile(
    join(sample.folder, "log-json.mjs"),
    "console.log = (value) => process.stdout.write(JSON.stringify(value) ?? 'undefined');\n",
  );
  return output(process.execPath, ["--import", "./log-json.mjs", file], sample);
}

/** Runs modules in one process: each begins when the one before it has ended, and the first that fails ends it. */
export async function runModules(files: readonly string[], sample: SampleRun): Promise<void> {
  const imports = files.map(
    (file) =>
      `await import("./${file}").catch((cause) => { throw new Error("${file} failed", { cause }); });\n`,
  );
  await writeFile(join(sample.folder, "all-modules.mjs"), imports.join(""));
  await output(process.execPath, ["all-modules.mjs"], sample);
}

/** Runs Python programs as `runModules` runs modules, and gives what they print. */
export async function runPython(sources: readonly string[], sample: SampleRun): Promise<string> {
  const files = sources.map((_, index) => `sample_${index}.py`);
  for (const [index, file] of files.entries())
    await writeFile(join(sample.folder, file), sources[index] ?? "");
  const program = "import runpy, sys\nfor file in sys.argv[1:]: runpy.run_path(file, run_name='__main__')";
  return output("python3", ["-c", program, ...files], sample);
}

/** Compiles Go programs all at once, which is quicker than one by one; gives the programs in the same order. */
export async function buildGo(sources: readonly string[], folder: string): Promise<string[]> {
  await writeFile(join(folder, "go.mod"), "module samples\n\ngo 1.18\n");
  for (const [index, source] of sources.entries()) {
    await mkdir(join(folder, `sample${index}`));
    await writeFile(join(folder, `sample${index}/main.go`), source);
  }
  await mkdir(join(folder, "bin"));
  const { status, output: said } = await run("go", ["build", "-o", "bin", "./..."], {
    cwd: folder,
    env: { GOFLAGS: "-mod=mod", GOTOOLCHAIN: "local" },
  });
  if (status !== 0) throw new Error(said);
  return sources.map((_, index) => join(folder, `bin/sample${index}`));
}
