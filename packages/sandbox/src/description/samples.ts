import { type Direction, type Sample, type Schema, type Schemas, sample } from "@visitors-api/openapi";
import type { Validators } from "../validation/validators.ts";

/** The samples of a description's schemas: each is made when it is first asked for, and the same every time. */
export class Samples {
  readonly #schemas: Schemas;
  readonly #validators: Validators;
  readonly #made = { request: new WeakMap<object, Sample>(), response: new WeakMap<object, Sample>() };

  constructor(schemas: Schemas, validators: Validators) {
    this.#schemas = schemas;
    this.#validators = validators;
  }

  /** @param schema Undefined allows every value. */
  of(schema: Schema | undefined, direction: Direction): Sample {
    if (typeof schema !== "object") return this.#make(schema ?? true, direction);
    const made = this.#made[direction].get(schema) ?? this.#make(schema, direction);
    this.#made[direction].set(schema, made);
    return made;
  }

  #make(schema: Schema, direction: Direction): Sample {
    const isValid = (part: Schema, value: unknown) =>
      this.#validators.of(part, direction)(value).length === 0;
    return sample(schema, { schemas: this.#schemas, direction, isValid });
  }
}
