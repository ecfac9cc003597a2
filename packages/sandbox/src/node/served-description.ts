import { descriptionIn, type Sandbox, sandboxOf } from "../create-sandbox.ts";
import type { Description } from "../description/description.ts";
import type { DomainOf } from "../domain.ts";
import type { SandboxOptions } from "../options.ts";
import type { DescriptionSource } from "./description/flags.ts";
import { WatchedFiles } from "./description/watch-files.ts";
import { errorLines } from "./error-message.ts";

/** How many warnings are printed; of a description with more, the rest is counted. */
const MOST_WARNINGS = 20;

export interface ServedDescriptionOptions {
  /** Undefined for the description that the sandbox comes with. */
  readonly source: DescriptionSource | undefined;
  readonly domainOf: DomainOf | undefined;
  readonly options: Omit<SandboxOptions, "description" | "domain">;
  /** The file that the first items come from, for what is told of them. */
  readonly seed: string | undefined;
  /** Prints a line for whoever watches. */
  readonly say: (line: string) => void;
}

/** What a description makes of the command: a sandbox, and another one when the description has changed. */
export class ServedDescription {
  readonly #given: ServedDescriptionOptions;
  readonly #watched: WatchedFiles;
  #current: { readonly sandbox: Sandbox; readonly description: Description } | undefined;

  private constructor(given: ServedDescriptionOptions) {
    this.#given = given;
    this.#watched = new WatchedFiles(() => this.#reload());
  }

  /** @throws Error when the description cannot be served. */
  static async create(given: ServedDescriptionOptions): Promise<ServedDescription> {
    const served = new ServedDescription(given);
    try {
      await served.#read();
    } catch (error) {
      served.close();
      throw error;
    }
    return served;
  }

  /** A request that is under way when the description changes ends with the one that it began with. */
  readonly handle: Sandbox["handle"] = (incoming) => this.#latest.sandbox.handle(incoming);

  get description(): Description {
    return this.#latest.description;
  }

  get collections(): Sandbox["collections"] {
    return this.#latest.sandbox.collections;
  }

  /** Stops watching. */
  close(): void {
    this.#watched.close();
  }

  get #latest() {
    if (this.#current === undefined) throw new Error("Nothing is served before it has been read");
    return this.#current;
  }

  async #reload(): Promise<void> {
    const { say, seed } = this.#given;
    try {
      await this.#read();
      const { title, version, operations } = this.description;
      const count = operations.length === 1 ? "1 operation" : `${operations.length} operations`;
      say(`Read again: ${title || "API"} ${version}, with ${count}`);
    } catch (error) {
      for (const line of errorLines(error, seed)) say(line);
      say("The last good description is still served. Correct this one and save it.");
    }
  }

  async #read(): Promise<void> {
    const { domainOf, options } = this.#given;
    const document = await this.#document();
    const description = descriptionIn(document ? { description: document } : {});
    const domain = domainOf && { domain: domainOf(description) };
    this.#current = { sandbox: sandboxOf(description, { ...options, ...domain }), description };
  }

  async #document(): Promise<object | undefined> {
    const { source, say } = this.#given;
    if (source === undefined) return undefined;
    const { readDescriptionFile } = await import("./description/read.ts");
    const { document, warnings } = await readDescriptionFile(source, (file) => {
      if (source.watch) this.#watched.add(file);
    });
    for (const warning of warnings.slice(0, MOST_WARNINGS)) say(warning);
    if (warnings.length > MOST_WARNINGS) say(`and ${warnings.length - MOST_WARNINGS} more warnings`);
    return document;
  }
}
