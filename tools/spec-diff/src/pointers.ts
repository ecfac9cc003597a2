import { pointerKeys, under } from "@visitors-api/openapi";
import type { Spot } from "./walk/findings.ts";

/** The JSON Pointers of the parts of a document: of the first place where each stands, as an alias of YAML repeats some. */
export class Pointers {
  readonly #document: object;
  #known: ReadonlyMap<object, string> | undefined;

  constructor(document: object) {
    this.#document = document;
  }

  /** Undefined for what is not in the document. */
  of({ node, key }: Spot): string | undefined {
    this.#known ??= walk(this.#document);
    const pointer = this.#known.get(node);
    if (pointer === undefined || key === undefined || !Object.hasOwn(node, key)) return pointer;
    const value: unknown = Reflect.get(node, key);
    return (isNode(value) ? this.#known.get(value) : undefined) ?? under(pointer, key);
  }

  /** The same for whatever way leads to a part; undefined where none does. */
  canonical(pointer: string): string | undefined {
    let spot: Spot = { node: this.#document };
    for (const key of pointerKeys(pointer)) {
      const node: unknown = spot.key === undefined ? spot.node : Reflect.get(spot.node, spot.key);
      if (!isNode(node) || !Object.hasOwn(node, key)) return undefined;
      spot = { node, key };
    }
    return this.of(spot);
  }
}

function walk(document: object): Map<object, string> {
  const known = new Map<object, string>();
  const visit = (node: object, pointer: string): void => {
    if (known.has(node)) return;
    known.set(node, pointer);
    for (const [key, child] of Object.entries(node)) if (isNode(child)) visit(child, under(pointer, key));
  };
  visit(document, "#");
  return known;
}

function isNode(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
