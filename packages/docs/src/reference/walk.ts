import type { Description, Schema } from "@visitors-api/openapi";
import { Anchors, anchorPart } from "./anchors.ts";
import type { Markdown, SchemaDocument } from "./document.ts";
import { cut, limits } from "./limits.ts";

/** There are too many schemas to describe nested components in place. */
export class TooManySchemas extends Error {}

/** A component that is described in a part of its own. */
type Shared = { readonly name: string; readonly anchor: string; readonly schema: Schema };

/** What is known while an operation is walked through. */
export class Walk {
  readonly description: Description;
  readonly anchors: Anchors;
  /** Folder of the page that the texts are written for. */
  readonly folder: string;
  /** Filled while schemas are described, when nested components are described once. */
  readonly shared: Shared[] = [];
  readonly #nesting: "in place" | "once";
  #schemas = 0;
  #examples = 0;

  constructor(
    description: Description,
    { anchors, folder, nesting }: { anchors: Anchors; folder: string; nesting: "in place" | "once" },
  ) {
    this.description = description;
    this.anchors = new Anchors(anchors);
    this.folder = folder;
    this.#nesting = nesting;
  }

  /** @throws {TooManySchemas} when fewer are possible. */
  countSchema(): void {
    this.#schemas += 1;
    if (this.#nesting === "in place" && this.#schemas > limits.schemasInPlace) throw new TooManySchemas();
  }

  /** Whether there is no room for what is inside of another schema. */
  get isFull(): boolean {
    return this.#schemas > limits.schemas;
  }

  /** A text of an example, cut; undefined when there is no room for it. */
  example(text: string): string | undefined {
    const shown = cut(text);
    this.#examples += shown.length;
    return this.#examples > limits.examples ? undefined : shown;
  }

  /** The anchor of the part about a nested component; undefined when it is described in place. */
  sharedAnchor(name: string, schema: Schema): string | undefined {
    if (this.#nesting === "in place") return undefined;
    const known = this.shared.find((shared) => shared.name === name);
    if (known !== undefined) return known.anchor;
    const anchor = this.anchors.take(`schema-${anchorPart(name)}`);
    this.shared.push({ name, anchor, schema });
    return anchor;
  }

  markdown(text: string | undefined): Markdown | undefined {
    const shown = text?.trim();
    return shown ? { text: cut(shown), folder: this.folder } : undefined;
  }
}

/** Where on the page a schema is described. */
export type Place = {
  /** Anchor of what the schema belongs to; those of its properties begin with it. */
  readonly anchor: string;
  /** What stands in an anchor before the name of a property: `-` at first, `.` inside another property. */
  readonly separator: "-" | ".";
  /** The components that it is inside of, with the anchor of the place where each is described. */
  readonly trail: ReadonlyMap<string, string>;
  /** Whether it is sent or received: what is only read is in no request, and what is only written in no response. */
  readonly direction: "request" | "response";
};

export type DescribeSchema = (walk: Walk, schema: Schema | undefined, place: Place) => SchemaDocument;
