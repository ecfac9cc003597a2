import { stat } from "node:fs/promises";
// Its index loads the linter too.
import { BaseResolver, type Document, YamlParseError } from "@redocly/openapi-core/lib/resolve.js";
import type { Places } from "../places.ts";
import { DescriptionError, type Problem } from "../problem.ts";
import { isUrl, locate } from "./location.ts";

/** A file as it was read, or why it cannot be. */
type Outcome = Document | { readonly reason: string };

/** The files of a description. */
export class Files {
  /** What no parser can read, at the place where the parser stopped. */
  readonly problems: Problem[] = [];
  readonly #places: Places;
  readonly #onRead: ((file: string) => void) | undefined;
  readonly #resolver = new BaseResolver();
  readonly #outcomes = new Map<string, Outcome>();
  readonly #wanted = new Set<string>();

  constructor(places: Places, onRead?: (file: string) => void) {
    this.#places = places;
    this.#onRead = onRead;
  }

  /**
   * @param file Absolute path or URL.
   * @throws {DescriptionError} when there is no such file, or it cannot be read.
   */
  async readRoot(file: string): Promise<Document> {
    const fail = (message: string): never => {
      throw new DescriptionError([{ file, line: 1, column: 1, message }]);
    };
    if (!isUrl(file)) {
      const found = await stat(file).catch(() => undefined);
      if (!found) {
        this.#onRead?.(file);
        return fail("There is no such file. Give the path of a description.");
      }
      if (!found.isFile()) return fail("This is not a file. Give the path of a description.");
    }
    const outcome = await this.#read(file, true);
    if (this.problems.length > 0) throw new DescriptionError(this.problems);
    return "reason" in outcome ? fail(`It cannot be read: ${outcome.reason}.`) : outcome;
  }

  /**
   * @param base The file that a reference to the file stands in.
   * @returns undefined when it has not been read yet: `readWanted` will.
   */
  get(base: string, file: string): Outcome | undefined {
    const location = file === "" ? base : locate(base, file);
    const outcome = this.#outcomes.get(location);
    if (!outcome) this.#wanted.add(location);
    return outcome;
  }

  /** Reads the files that were asked for; false when there were none. */
  async readWanted(): Promise<boolean> {
    const wanted = [...this.#wanted];
    this.#wanted.clear();
    await Promise.all(wanted.map((file) => this.#read(file, false)));
    return wanted.length > 0;
  }

  async #read(file: string, isRoot: boolean): Promise<Outcome> {
    this.#onRead?.(file);
    const outcome = await this.#resolver
      .resolveDocument(null, file, isRoot)
      .then((document) => ("parsed" in document ? this.#recorded(document) : this.#failed(document)))
      .catch((error: unknown) => this.#failed(error));
    this.#outcomes.set(file, outcome);
    return outcome;
  }

  #recorded(document: Document): Document {
    this.#places.record(document.source, document.parsed);
    return document;
  }

  #failed(error: unknown): Outcome {
    if (error instanceof YamlParseError) this.problems.push(parseProblem(error));
    const reason = error instanceof Error ? error.message : String(error);
    return { reason: reason.startsWith("ENOENT") ? "There is no such file." : reason };
  }
}

function parseProblem({ message, line, col, source: { absoluteRef: file } }: YamlParseError): Problem {
  const reason = message.replace(/ in "[^"]*" \(\d+:\d+\)$/, "").replace(/ \(\d+:\d+\)$/, "");
  return {
    file,
    line: line || 1,
    column: col || 1,
    message: `It cannot be parsed as YAML or JSON: ${reason}.`,
  };
}
