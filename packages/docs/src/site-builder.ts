import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { BuildOptions, BuiltSite } from "./site.ts";

/** What a build process answers. */
export type BuildAnswer =
  | { readonly built: BuiltSite }
  /** The class of the error, and its message. */
  | { readonly failed: { readonly name: string; readonly message: string } };

/** A process keeps some forty megabytes of each site that it has built. */
const mostBuilds = 24;

/**
 * Builds sites, one after the other, in a process of their own, which keeps what it has loaded for the next one until `close`: a build
 * needs a working directory to itself.
 */
export class SiteBuilder {
  #process: ChildProcess | undefined;
  #built = 0;
  #last: Promise<unknown> = Promise.resolve();

  /**
   * Builds a site. A build that fails leaves `output` as it was.
   *
   * @throws {Error} named as what `buildSite` throws, with its message.
   */
  build(options: BuildOptions): Promise<BuiltSite> {
    const built = this.#last.then(() => this.#ask(options));
    this.#last = built.catch(() => undefined);
    return built;
  }

  /** Ends what is kept. */
  async close(): Promise<void> {
    await this.#last;
    this.#end();
  }

  #end(): void {
    this.#process?.disconnect();
    this.#process = undefined;
  }

  async #ask(options: BuildOptions): Promise<BuiltSite> {
    this.#built += 1;
    if (this.#built % mostBuilds === 0) this.#end();
    const process = this.#running();
    const answer = await new Promise<BuildAnswer>((resolve, reject) => {
      const ended = (code: number | null): void => {
        this.#process = undefined;
        reject(new Error(`The process that builds the docs ended with the code ${code}`));
      };
      process.once("exit", ended);
      process.once("message", (message) => {
        process.off("exit", ended);
        // `build-process.ts` sends nothing else.
        resolve(message as BuildAnswer);
      });
      process.send(options);
    });
    if ("built" in answer) return answer.built;
    const { name, message } = answer.failed;
    throw Object.assign(new Error(message), { name });
  }

  #running(): ChildProcess {
    this.#process ??= fork(fileURLToPath(new URL("build-process.ts", import.meta.url)), { execArgv: [] });
    return this.#process;
  }
}
