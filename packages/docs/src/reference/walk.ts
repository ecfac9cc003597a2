import type { Description, Example, Schema } from "@visitors-api/openapi";
import { Anchors, anchorPart } from "./anchors.ts";
import type { Markdown, SchemaDocument } from "./document.ts";
import { cut, limits } from "./limits.ts";

/** There are too many schemas to describe nested components in place. */
export class TooManySchemas extends Error {}

/** Components that are described in parts of their own, once for all that refer to them. */
export type SharedComponents = {
  /** By name; filled while schemas are described. */
  readonly found: Map<string, { readonly anchor: string; readonly schema: Schema }>;
  /** Whether that is so for the schema of a body too, or only for those inside of it. */
  readonly withBodies: boolean;
};

/** What is known while an operation is walked through. */
export class Walk {
  readonly description: Description;
  readonly anchors: Anchors;
  /** Folder of the page that the texts are written for. */
  readonly folder: string;
  /** Undefined while every component is described wherever it is used. */
  readonly shared: SharedComponents | undefined;
  readonly #responseSample: ((schema: Schema) => unknown) | undefined;
  #schemas = 0;
  #examples = 0;

  constructor(
    description: Description,
    {
      anchors,
      folder,
      shared,
      responseSample,
    }: {
      anchors: Anchors;
      folder: string;
      shared?: SharedComponents | undefined;
      responseSample?: ((schema: Schema) => unknown) | undefined;
    },
  ) {
    this.description = description;
    this.anchors = new Anchors(anchors);
    this.folder = folder;
    this.shared = shared;
    this.#responseSample = responseSample;
  }

  /** @throws {TooManySchemas} when fewer are possible. */
  countSchema(): void {
    this.#schemas += 1;
    if (this.shared === undefined && this.#schemas > limits.schemasInPlace) throw new TooManySchemas();
  }

  /** How many have been described. */
  get schemas(): number {
    return this.#schemas;
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

  /** What stands in for the example of a response that has none: a value that is made of its schema, and says so. */
  sampled(schema: Schema): Example[] {
    const value = this.#responseSample?.(schema);
    const description = "Made of the schema, as the description has no example.";
    return value === undefined ? [] : [{ name: "", summary: "Sample", description, value }];
  }

  /** The anchor of the part about a component; undefined when it is described in place. */
  sharedAnchor(name: string, schema: Schema): string | undefined {
    if (this.shared === undefined) return undefined;
    const known = this.shared.found.get(name);
    if (known !== undefined) return known.anchor;
    const anchor = this.anchors.take(`schema-${anchorPart(name)}`);
    this.shared.found.set(name, { anchor, schema });
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
  readonly direction: "request" | "response" | "either";
};

export type DescribeSchema = (walk: Walk, schema: Schema | undefined, place: Place) => SchemaDocument;
