import { runTurbo, type TaskRun } from "./turbo.ts";

export interface Derived {
  succeeded: boolean;
  tasks: TaskRun[];
}

export interface DeriveOptions {
  /** What is built, with what it needs. Default: everything. */
  packages?: string[];
}

/** The tasks that write committed sources: what is published, and then what only tests call. */
const generation = ["generate", "generate:notes"];

/**
 * From the description to what is built from it. The generated sources are committed, so they are inputs
 * of the builds like any other source: turbo may only look at them once they are written, hence the two runs.
 */
export async function derive(options: DeriveOptions = {}): Promise<Derived> {
  const generated = await generateSources(["generate"]);
  if (!generated.succeeded) return generated;
  const built = await runTurbo(["build"], options);
  const known = new Set(generated.tasks.map(({ id }) => id));
  return {
    succeeded: built.exitCode === 0,
    tasks: [...generated.tasks, ...built.tasks.filter(({ id }) => !known.has(id))],
  };
}

/**
 * The description linted and bundled, and the sources that are generated from it written.
 *
 * Outputs that are committed count as inputs for turbo, so that it notices when they were edited by hand. It keeps
 * the result under the files as they were before; a second run, from the files as they are now, has the next one
 * find it.
 *
 * @param generating The tasks that write them. Default: all.
 */
export async function generateSources(generating = generation): Promise<Derived> {
  const { exitCode, tasks } = await runTurbo(["bundle", ...generating]);
  const isNew = tasks.some(({ task, cached }) => generating.includes(task) && !cached);
  if (exitCode === 0 && isNew) await runTurbo(generating, { silent: true });
  return { succeeded: exitCode === 0, tasks };
}
