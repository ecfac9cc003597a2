import { inDirection, schema as lazySchema, type ValidationIssue } from "@visitors-api/client/validation";
import { type CheckContext, checkOf, type Direction, type Schema } from "@visitors-api/openapi";
import { type Component, evaluate } from "./evaluate.ts";

/** Gives what is wrong with a value; nothing when it is valid. */
export type Validate = (value: unknown) => readonly ValidationIssue[];

const nothing: readonly ValidationIssue[] = [];

/**
 * The validators of a description's schemas, made from the same functions as the client's generated ones. They need no `eval`,
 * which a strict Content Security Policy forbids.
 *
 * Each is prepared when it is first used: most schemas of a large description never are. They share what they refer to.
 */
export class Validators {
  readonly #context: CheckContext;
  readonly #made = { request: new WeakMap<object, Validate>(), response: new WeakMap<object, Validate>() };
  readonly #components = new Map<string, Component>();
  readonly #names: ReadonlyMap<Schema, string>;

  constructor(context: CheckContext) {
    this.#context = context;
    this.#names = new Map(Object.entries(context.schemas).map(([name, schema]) => [schema, name]));
  }

  /** @param schema Undefined allows every value. */
  of(schema: Schema | undefined, direction: Direction): Validate {
    if (schema === undefined) return () => nothing;
    if (typeof schema === "boolean") return this.#make(schema, direction);
    const made = this.#made[direction];
    let validate = made.get(schema);
    if (validate === undefined) {
      validate = this.#make(schema, direction);
      made.set(schema, validate);
    }
    return validate;
  }

  #make(schema: Schema, direction: Direction): Validate {
    // A component is the one that others refer to, and it may refer to itself.
    const name = this.#names.get(schema);
    const prepared = name === undefined ? this.#lazy(schema) : this.#component(name);
    const { validate } = inDirection(prepared, direction === "request" ? "input" : "output")["~standard"];
    return (value) => validate(value).issues ?? nothing;
  }

  #component(name: string): Component {
    let component = this.#components.get(name);
    if (component === undefined) {
      component = this.#lazy(this.#context.schemas[name] ?? true);
      this.#components.set(name, component);
    }
    return component;
  }

  #lazy(schema: Schema): Component {
    return lazySchema(() => evaluate(checkOf(schema, this.#context), (name) => this.#component(name)));
  }
}
