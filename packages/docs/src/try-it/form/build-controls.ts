import { isFile, readDeprecation, type Schema, type SchemaObject, type Schemas } from "@visitors-api/openapi";
import { json } from "../../json.ts";
import { plainText } from "../../markdown/plain-text.ts";
import { deprecationWords } from "../../reference/deprecation.ts";
import { merge, readShape, type Shape, typesOf } from "../../reference/schema/shape.ts";
import { typeWords } from "../../reference/schema/type-words.ts";
import type { Control, Field, Variant } from "./form.ts";

/** A form of more controls than that would be slow, and nobody would fill it in. What comes after is entered as JSON. */
const mostControls = 500;

/** Every value fits it. */
const anything = {};

/** Makes the controls of a form, each schema's once. */
export class ControlBuilder {
  /** Whether one of them is for a file. */
  hasFiles = false;
  readonly #schemas: Schemas;
  readonly #known = new Map<unknown, Control>();
  /** Whether strings may be files: not where the body is JSON. */
  readonly #files: boolean;
  #made = 0;

  constructor(schemas: Schemas, { files }: { files: boolean }) {
    this.#schemas = schemas;
    this.#files = files;
    this.control(anything);
  }

  /** The control for the values of a schema. */
  control(schema: Schema | undefined): Control {
    const key = keyOf(schema ?? anything);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    return this.#make(readShape(this.#schemas, schema), key);
  }

  /** The control for what no schema holds together. */
  group(fields: readonly Field[]): Control {
    const said = { example: undefined, default: undefined, hint: undefined };
    return { type: "object", nullable: false, ...said, kind: "object", fields, others: undefined };
  }

  #make(shape: Shape, key?: unknown): Control {
    if (this.#made >= mostControls) return this.control(anything);
    this.#made += 1;
    const { schema } = shape;
    const common = {
      type: typeWords(this.#schemas, shape),
      nullable: shape.nullable,
      example: textOf(exampleOf(schema)),
      default: textOf(schema.default),
      hint: plainText(schema.description),
    };
    // It is known before those inside it are made, for they may refer to it.
    const control: Control = { ...common, kind: "json" };
    if (key !== undefined) this.#known.set(key, control);
    return Object.assign(control, this.#kindOf(shape));
  }

  #kindOf(shape: Shape): Kind {
    const { schema, nullable } = shape;
    if (Object.hasOwn(schema, "const")) return { kind: "choice", values: [schema.const] };
    const values = (schema.enum ?? []).filter((value) => value !== null || !nullable);
    if (values.length > 0) return { kind: "choice", values };
    for (const keyword of ["oneOf", "anyOf"] as const) {
      const options = schema[keyword] ?? [];
      if (options.length > 0) return { kind: "variants", options: this.#variants(shape, keyword, options) };
    }
    const types = typesOf(schema);
    const named = types.filter((type) => type !== "null");
    if (named.length === 0 && types.length > 0) return { kind: "choice", values: [null] };
    if (named.length > 1) {
      return { kind: "variants", options: this.#variantsOfTypes(shape, types), nullable: false };
    }
    switch (named[0] ?? impliedType(shape)) {
      case "string":
        if (!this.#files || !isFile(schema)) return { kind: "text", long: isLong(schema) };
        this.hasFiles = true;
        return { kind: "file" };
      case "integer":
      case "number":
        return { kind: "number" };
      case "boolean":
        return { kind: "choice", values: [true, false] };
      case "array":
        return schema.prefixItems === undefined
          ? { kind: "list", items: this.control(schema.items) }
          : { kind: "json" };
      case "object":
        return this.#object(shape);
      default:
        return { kind: "json" };
    }
  }

  #object({ schema, properties, required }: Shape): Kind {
    const fields = [...properties].flatMap(([name, property]): Field[] => {
      const read = readShape(this.#schemas, property.schema).schema;
      // OpenAPI 3.1 § 4.8.24: what is only read is in no request.
      if (read.readOnly === true) return [];
      return [
        {
          name,
          required: required.has(name),
          deprecated: deprecationWords(readDeprecation(read)),
          hint: plainText(read.description),
          control: this.control(property.schema),
        },
      ];
    });
    const { additionalProperties: rest, patternProperties = {} } = schema;
    // An object that says nothing of its properties has any; one that names some is for those.
    const isOpen =
      rest === true ||
      Object.keys(patternProperties).length > 0 ||
      (rest === undefined && fields.length === 0);
    const others =
      typeof rest === "object" ? this.control(rest) : isOpen ? this.control(anything) : undefined;
    return { kind: "object", fields, others };
  }

  /** Each alternative has what the schema says beside them. */
  #variants(shape: Shape, keyword: "oneOf" | "anyOf", options: readonly Schema[]): Variant[] {
    const { [keyword]: _, description: __, title: ___, ...beside } = shape.schema;
    const base: Shape = { ...shape, schema: beside, component: undefined, components: [] };
    const saysMore =
      shape.properties.size > 0 ||
      shape.required.size > 0 ||
      constraints.some((name) => beside[name] !== undefined);
    return options.map((option): Variant => {
      const read = readShape(this.#schemas, option);
      const control = saysMore ? this.#make(merge(base, read)) : this.control(option);
      const title = read.schema.title ?? read.component ?? titleOf(read) ?? control.type;
      return { title, hint: plainText(read.schema.description), control };
    });
  }

  #variantsOfTypes(shape: Shape, names: readonly string[]): Variant[] {
    const { description: _, ...rest } = shape.schema;
    return names.map((type) => {
      // The names are of the schema's own types.
      const schema = { ...rest, type: type as NonNullable<SchemaObject["type"]> };
      return { title: type, hint: undefined, control: this.#make({ ...shape, schema, nullable: false }) };
    });
  }
}

type Kind = { [K in Control["kind"]]: Omit<Extract<Control, { kind: K }>, keyof Common> }[Control["kind"]] & {
  /** Where null is one of the variants. */
  nullable?: false;
};
type Common = Pick<Control, "type" | "nullable" | "example" | "default" | "hint">;

/** What stands beside alternatives and is about the same values; examples and the like are about the whole. */
const constraints = ["additionalProperties", "type", "items"] as const;

/** An alternative that only requires properties is called by them. */
function titleOf({ properties, required }: Shape): string | undefined {
  return properties.size === 0 && required.size > 0 ? `With ${[...required].join(" and ")}` : undefined;
}

/**
 * Schemas have the same control when they are the same object, or refer to the same one: what is said beside a reference of the
 * place that it stands in, fields have.
 */
function keyOf(schema: Schema): unknown {
  if (typeof schema !== "object") return schema;
  const isReference = Object.keys(schema).every((name) => name === "$ref" || saidOfPlace.has(name));
  return isReference && schema.$ref !== undefined ? schema.$ref : schema;
}

const saidOfPlace = new Set(["description", "summary", "deprecated", "readOnly", "writeOnly"]);

function impliedType({ schema, properties }: Shape): string | undefined {
  const { additionalProperties, patternProperties, items, prefixItems, pattern, format } = schema;
  if (properties.size > 0 || additionalProperties !== undefined || patternProperties !== undefined)
    return "object";
  if (items !== undefined || prefixItems !== undefined) return "array";
  return pattern !== undefined || format !== undefined ? "string" : undefined;
}

/** OpenAPI names no format for texts of several lines; a limit tells a remark from a name. */
function isLong({ maxLength = 0 }: SchemaObject): boolean {
  return maxLength > 255;
}

function exampleOf(schema: SchemaObject): unknown {
  return schema.example ?? schema.examples?.[0] ?? schema.default;
}

/** A value as it is entered. */
function textOf(value: unknown): string | undefined {
  return value === undefined || typeof value === "string" ? value : json(value);
}
