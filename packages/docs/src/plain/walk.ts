import type { Description } from "../description.ts";
import { Anchors, anchorPart } from "./anchors.ts";
import type { Block } from "./document.ts";
import { operationAnchors } from "./operation.ts";

/**
 * How many schemas a page may describe before nested components are described once, in a part of their own: in place
 * they read better, but descriptions exist whose components nest in each other by the thousand.
 */
const mostSchemasInPlace = 5_000;

/** There are too many schemas to describe nested components in place. */
export class TooManySchemas extends Error {}

/** A component that is described in a part of its own. */
export type SharedSchema = { reference: string; anchor: string; title: string };

/** What is known while the description is walked through. */
export class Walk {
  readonly root: Description;
  readonly anchors = new Anchors();
  readonly operationAnchors: ReadonlyMap<string, string>;
  /** Folder of the page that the texts are written for. */
  folder = "";
  /** Filled while schemas are described, when nested components are described once. */
  readonly sharedSchemas: SharedSchema[] = [];
  readonly #nesting: "in place" | "once";
  #schemas = 0;

  constructor(root: Description, nesting: "in place" | "once") {
    this.root = root;
    this.operationAnchors = operationAnchors(root, this.anchors);
    this.#nesting = nesting;
  }

  /** @throws {TooManySchemas} when fewer are possible. */
  countSchema(): void {
    this.#schemas += 1;
    if (this.#nesting === "in place" && this.#schemas > mostSchemasInPlace) throw new TooManySchemas();
  }

  /** The anchor of the part about a nested component; undefined when it is described in place. */
  sharedSchema(reference: string, title: string): string | undefined {
    if (this.#nesting === "in place") return undefined;
    const known = this.sharedSchemas.find((shared) => shared.reference === reference);
    if (known !== undefined) return known.anchor;
    const name = reference.slice(reference.lastIndexOf("/") + 1);
    const anchor = this.anchors.take(`schema-${anchorPart(name)}`);
    this.sharedSchemas.push({ reference, anchor, title });
    return anchor;
  }
}

/** A text of the description as a block, or no block for no text. */
export function markdown(walk: Walk, text: string | undefined, headings = false): Block[] {
  return text === undefined ? [] : [{ kind: "markdown", text, links: { folder: walk.folder, headings } }];
}
