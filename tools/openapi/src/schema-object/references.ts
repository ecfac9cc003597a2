import { type JsonObject, objectOrEmpty } from "../json.ts";
import {
  isReference,
  pointed,
  pointerKeys,
  ReferenceObjectError,
  schemaName,
  schemaReference,
} from "../reference-object.ts";
import type { SchemaPlace } from "./normalize.ts";
import { holdsFile, placesOf } from "./place.ts";

/** A schema that stands elsewhere than among the components and is referred to there, and the name that it is given. */
export interface MovedSchema {
  readonly name: string;
  readonly schema: unknown;
  readonly pointer: string;
}

/** Words of a pointer that say how a description is built, and nothing of what is pointed to. */
const structural =
  /^(components|schemas|paths|content|schema|properties|items|\$defs|definitions|parameters|responses|requestBody|allOf|anyOf|oneOf|\d)$/;

/**
 * What the references to schemas lead to in one document. Each leads to a component in the end: a schema that stands elsewhere
 * (`#/components/schemas/Pet/$defs/Tag`) becomes one of a name of its own, so that whatever refers to it shares it.
 */
export class SchemaReferences {
  readonly #document: object;
  readonly #isOpenApi30: boolean;
  readonly #components: JsonObject;
  /** By what was written. */
  readonly #normalized = new Map<string, string>();
  /** Those that are known to lead in no circle. */
  readonly #ending = new Set<string>();
  readonly #moved = new Map<unknown, MovedSchema>();
  readonly #names: Set<string>;
  readonly #inlining = new Set<unknown>();
  readonly #places: ReadonlyMap<string, ReadonlySet<SchemaPlace>>;

  constructor(document: JsonObject, isOpenApi30: boolean) {
    this.#document = document;
    this.#isOpenApi30 = isOpenApi30;
    this.#components = objectOrEmpty(objectOrEmpty(document["components"])["schemas"]);
    this.#names = new Set(Object.keys(this.#components));
    this.#places = placesOf(document);
  }

  /** Those that were moved until now. More may come of each. */
  get moved(): Iterable<MovedSchema> {
    return this.#moved.values();
  }

  /**
   * The reference to a component that stands for this one.
   *
   * @throws {ReferenceObjectError} when it leads to nothing, back to itself, or out of the document.
   */
  normalize($ref: string): string {
    const known = this.#normalized.get($ref);
    if (known !== undefined) return known;
    const normalized = this.#find($ref);
    this.#normalized.set($ref, normalized);
    return normalized;
  }

  #find($ref: string): string {
    const name = schemaName($ref);
    if (name !== undefined && Object.hasOwn(this.#components, name)) {
      this.#refuseCircle($ref);
      return schemaReference(name);
    }
    const target = pointed(this.#document, $ref);
    if (isReference(target) && (this.#isOpenApi30 || Object.keys(target).length === 1)) {
      this.#refuseCircle($ref);
      return this.normalize(target.$ref);
    }
    const known = this.#moved.get(target);
    if (known) return schemaReference(known.name);
    const moved = { name: this.#freeName($ref), schema: target, pointer: $ref };
    this.#moved.set(target, moved);
    return schemaReference(moved.name);
  }

  /** The reference that a value of a discriminator's mapping is or, where it names a component, stands for; or undefined. */
  named(target: string): string | undefined {
    if (Object.hasOwn(this.#components, target)) return schemaReference(target);
    try {
      return this.normalize(target);
    } catch (error) {
      if (error instanceof ReferenceObjectError) return undefined;
      throw error;
    }
  }

  /** Where a component is read as of, which decides what a file in it is. */
  placeOf(name: string): SchemaPlace {
    const places = this.#places.get(name);
    return (["json", "part", "multipart", "bytes"] as const).find((place) => places?.has(place)) ?? "json";
  }

  /**
   * Reads what a reference leads to in the place of the reference, where it is read otherwise than as a component, for it holds a
   * file here and a string there. One that contains itself is read so once.
   */
  inline<T>($ref: string, place: SchemaPlace, read: (schema: unknown) => T): T | undefined {
    if (place === "json") return undefined;
    const name = schemaName($ref);
    if (name !== undefined && this.placeOf(name) === place) return undefined;
    const schema = pointed(this.#document, $ref);
    if (this.#inlining.has(schema) || !holdsFile(schema, place, this.#document)) return undefined;
    this.#inlining.add(schema);
    const inlined = read(schema);
    this.#inlining.delete(schema);
    return inlined;
  }

  #refuseCircle($ref: string): void {
    const followed = new Set<string>();
    for (let next: string | undefined = $ref; next !== undefined && !this.#ending.has(next); ) {
      if (followed.has(next)) throw new ReferenceObjectError(`The reference ${$ref} leads back to itself`);
      followed.add(next);
      const target = pointed(this.#document, next);
      next = isReference(target) ? target.$ref : undefined;
    }
    for (const one of followed) this.#ending.add(one);
  }

  #freeName($ref: string): string {
    const words = pointerKeys($ref).filter((key) => !structural.test(key));
    const wanted = words
      .map((key) => key.replaceAll(/[^\w.-]+/g, "_").replaceAll(/^_+|_+$/g, ""))
      .filter(Boolean);
    const stem = wanted.join("_") || "Schema";
    let name = stem;
    for (let number = 2; this.#names.has(name); number++) name = `${stem}${number}`;
    this.#names.add(name);
    return name;
  }
}
