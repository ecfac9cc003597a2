import type { Direction, Sample, Schema, Schemas } from "@visitors-api/openapi";
import type { Validators } from "../validation/validators.ts";

/**
 * The samples of a description's schemas: each is made when it is first asked for, and the same every time. What makes them is
 * loaded then too, for most descriptions have an example of every answer.
 */
export class Samples {
  readonly #schemas: Schemas;
  readonly #validators: Validators;
  readonly #made = { request: new WeakMap<object, Sample>(), response: new WeakMap<object, Sample>() };

  constructor(schemas: Schemas, validators: Validators) {
    this.#schemas = schemas;
    this.#validators = validators;
  }

  /** @param schema Undefined allows every value. */
  async of(schema: Schema | undefined, direction: Direction): Promise<Sample> {
    const key = typeof schema === "object" ? schema : undefined;
    const known = key && this.#made[direction].get(key);
    if (known) return known;
    const made = await this.#make(schema ?? true, direction);
    if (key) this.#made[direction].set(key, made);
    return made;
  }

  /**
   * Another value with other random numbers.
   *
   * @param random Numbers from 0 up to but not including 1.
   */
  random(schema: Schema | undefined, direction: Direction, random: () => number): Promise<Sample> {
    return this.#make(schema ?? true, direction, random);
  }

  async #make(schema: Schema, direction: Direction, random?: () => number): Promise<Sample> {
    const { sample } = await import("@visitors-api/openapi/sample");
    const isValid = (part: Schema, value: unknown) =>
      this.#validators.of(part, direction)(value).length === 0;
    return sample(schema, { schemas: this.#schemas, direction, isValid, ...(random && { random }) });
  }
}
