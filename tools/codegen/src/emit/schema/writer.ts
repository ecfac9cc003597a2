import type { Description, Schema, SchemaObject } from "../../load/openapi.ts";
import { resolve } from "../../load/resolve.ts";
import type { Model } from "../../model/model.ts";
import { literal } from "../text.ts";

const componentPointer = "#/components/schemas/";

/** The name under which the generated file imports the validation's functions. */
export const namespace = "v";

/** What the expressions of one file have in common: the description, and what they refer to. */
export class Writer {
  readonly isOpenApi30: boolean;
  /** Some schema asks which properties or items all the others speak of, so that none of them is left out. */
  readonly tracksEvaluated: boolean;
  /** Some property is in requests or in responses only. */
  readonly isDirected: boolean;
  readonly #description: Description;
  readonly #names: ReadonlyMap<string, string>;
  readonly #parts = new Map<string, string>();

  constructor(description: Description, { schemas }: Pick<Model, "schemas">) {
    this.#description = description;
    this.#names = new Map(schemas.map(({ component, name }) => [component, name]));
    this.isOpenApi30 = description.openapi.startsWith("3.0");
    this.isDirected = hasKey(description, /^(read|write)Only$/);
    this.tracksEvaluated = hasKey(description, /^unevaluated(Items|Properties)$/);
  }

  /** The name of what is exported of a component, if that is where a reference leads. */
  component($ref: string): string | undefined {
    if (!$ref.startsWith(componentPointer)) return undefined;
    const component = decodeURIComponent($ref.slice(componentPointer.length))
      .replaceAll("~1", "/")
      .replaceAll("~0", "~");
    return this.#names.has(component) ? component : undefined;
  }

  /** The constant that a reference leads to. */
  reference($ref: string): string {
    const component = this.component($ref);
    const name = component === undefined ? this.#parts.get($ref) : this.#names.get(component);
    if (name !== undefined) return name;
    const part = `part${this.#parts.size + 1}`;
    this.#parts.set($ref, part);
    return part;
  }

  /** The schema that a reference leads to. */
  target($ref: string): Schema {
    return resolve<SchemaObject>(this.#description, { $ref });
  }

  /** The constants that references lead to and that are no components, by what refers to them. More may come of each. */
  get parts(): ReadonlyMap<string, string> {
    return this.#parts;
  }
}

/** One of the validation's checks that takes nothing. */
export function constant(name: string): string {
  return `${namespace}.${name}`;
}

/** A JSON value. The linter takes what looks like a placeholder of a template string for a slip. */
export function json(value: unknown): string {
  return literal(value).replaceAll("${", "\\u0024{");
}

export function call(name: string, ...values: string[]): string {
  return `${namespace}.${name}(${values.join(", ")})`;
}

function hasKey(node: unknown, key: RegExp): boolean {
  if (typeof node !== "object" || node === null) return false;
  return Object.entries(node).some(([name, child]) => key.test(name) || hasKey(child, key));
}
