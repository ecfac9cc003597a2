import { isHidden } from "../schema-object/direction.ts";
import { patternFlags } from "../schema-object/patterns.ts";
import type { Applied, Attempt, Parts } from "./applied.ts";
import { said } from "./parts.ts";

/** What schemas say of the properties of an object. */
export class Properties {
  /** Those that are described by their names, in the order of the description. */
  readonly described: ReadonlySet<string>;
  readonly required: ReadonlySet<string>;
  /** The patterns by which others are described. */
  readonly patterns: readonly string[];
  readonly #parts: Parts;
  readonly #attempt: Attempt;
  readonly #schemas = new Map<string, readonly Applied[]>();

  constructor(parts: Parts, attempt: Attempt) {
    this.#parts = parts;
    this.#attempt = attempt;
    this.described = new Set(said(parts, "properties").flatMap(Object.keys));
    this.required = new Set(
      said(parts, "required")
        .flat()
        .filter((name) => this.#isThere(name)),
    );
    this.patterns = said(parts, "patternProperties").flatMap(Object.keys).filter(isReadable);
  }

  /** Those that are described by their names and that an object may have. */
  get possible(): string[] {
    const isPossible = (name: string) => !this.about(name).some(({ schema }) => schema === false);
    return [...this.described].filter((name) => this.#isThere(name) && isPossible(name));
  }

  /** The schemas of a property. */
  about(name: string): readonly Applied[] {
    const found = this.#schemas.get(name) ?? this.#find(name);
    this.#schemas.set(name, found);
    return found;
  }

  #isThere(name: string): boolean {
    const { direction, schemas } = this.#attempt;
    return !this.about(name).some(({ schema }) => isHidden(schema, direction, schemas));
  }

  #find(name: string): Applied[] {
    let isEvaluated = false;
    const described = this.#parts.flatMap(({ schema, path }) => {
      const { properties = {}, patternProperties = {}, additionalProperties } = schema;
      const patterns = Object.entries(patternProperties);
      const found = patterns.flatMap(([pattern, property]) =>
        isReadable(pattern) && new RegExp(pattern, "u").test(name) ? [property] : [],
      );
      if (Object.hasOwn(properties, name)) found.push(properties[name] ?? true);
      const isLeftOver = found.length === 0 && patterns.every(([pattern]) => isReadable(pattern));
      if (isLeftOver && additionalProperties !== undefined) found.push(additionalProperties);
      isEvaluated ||= found.length > 0;
      return found.map((property) => ({ schema: property, path }));
    });
    if (isEvaluated) return described;
    return this.#parts.flatMap(({ schema: { unevaluatedProperties: schema }, path }) =>
      schema === undefined ? [] : [{ schema, path }],
    );
  }
}

/** A pattern of properties is read with Unicode only. */
function isReadable(pattern: string): boolean {
  return patternFlags(pattern) === "u";
}
