import { readFileSync } from "node:fs";
import { DescriptionError, type Problem as Mistake } from "@visitors-api/codegen/load";
import { isNode, LineCounter, parseDocument } from "yaml";

/** A file of YAML that somebody wrote beside a description, and what is wrong in it. */
export class YamlFile {
  /** What it holds; null for nothing. */
  readonly contents;
  readonly #file: string;
  readonly #lines = new LineCounter();
  readonly #mistakes: Mistake[] = [];

  /** @throws {DescriptionError} when it is no YAML. */
  constructor(file: string) {
    this.#file = file;
    const document = parseDocument(readFileSync(file, "utf8"), { lineCounter: this.#lines });
    for (const { pos, message } of document.errors) {
      this.#mistakes.push({
        ...this.#placeAt(pos[0]),
        message: `This is no YAML: ${message.split("\n")[0]}`,
      });
    }
    this.check();
    this.contents = document.contents;
  }

  /** The offsets of the first character of a part, and of the one after its last. */
  rangeOf(node: unknown): [start: number, end: number] {
    const [start = 0, end = 0] = (isNode(node) && node.range) || [];
    return [start, end];
  }

  placeOf(node: unknown): Omit<Mistake, "message"> {
    return this.#placeAt(this.rangeOf(node)[0]);
  }

  /** Tells what is wrong with a part. */
  refuse(node: unknown, message: string): undefined {
    this.#mistakes.push({ ...this.placeOf(node), message });
  }

  /** @throws {DescriptionError} with everything that is wrong. */
  check(): void {
    if (this.#mistakes.length > 0) throw new DescriptionError(this.#mistakes);
  }

  #placeAt(offset: number) {
    const { line, col } = this.#lines.linePos(offset);
    return { file: this.#file, line: Math.max(line, 1), column: Math.max(col, 1) };
  }
}
