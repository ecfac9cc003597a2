import { type Description, isObject, type JsonObject } from "../../description.ts";
import { listAt, objectAt, textAt } from "../../plain/read.ts";
import { type ReadSchema, types } from "../../plain/schema/read-schema.ts";
import { typeWords } from "../../plain/schema/type-words.ts";
import type { Control, ControlIndex, Field, Variant } from "./form.ts";
import { mergedSchema, mergeTwo } from "./merge-schemas.ts";
import { plainText } from "./plain-text.ts";

/** A form of more controls than that would be slow, and nobody would fill it in. What comes after is entered as JSON. */
const mostControls = 500;

/** Every value fits it. */
const anything = {};

/** Makes the controls of a form, each schema's once. */
export class ControlBuilder {
  readonly controls: Control[] = [];
  readonly #root: Description;
  readonly #known = new Map<unknown, ControlIndex>();
  /** Whether strings may be files: not where the body is JSON. */
  readonly #files: boolean;

  constructor(root: Description, { files }: { files: boolean }) {
    this.#root = root;
    this.#files = files;
    this.control(anything);
  }

  /** The control for the values of a schema. */
  control(schema: unknown): ControlIndex {
    const key = keyOf(schema);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.controls.length >= mostControls) return this.control(anything);
    const read = mergedSchema(this.#root, schema);
    const common = {
      type: typeWords(this.#root, read),
      nullable: read.nullable,
      example: textOf(exampleOf(read.schema)),
      default: textOf(read.schema["default"]),
      hint: plainText(read.schema["description"]),
    };
    // It has its place before those inside it are made, for they may refer to it.
    const index = this.controls.push({ ...common, kind: "json" }) - 1;
    if (key !== undefined) this.#known.set(key, index);
    this.controls[index] = { ...common, ...this.#kindOf(read) };
    return index;
  }

  #kindOf({ schema, nullable }: ReadSchema): Kind {
    if (Object.hasOwn(schema, "const")) return { kind: "choice", values: [schema["const"]] };
    const values = listAt(schema, "enum").filter((value) => value !== null || !nullable);
    if (values.length > 0) return { kind: "choice", values };
    for (const keyword of ["oneOf", "anyOf"]) {
      const options = listAt(schema, keyword);
      if (options.length > 0) return { kind: "variants", options: this.#variants(schema, keyword, options) };
    }
    const named = types(schema).filter((type) => type !== "null");
    if (named.length === 0 && types(schema).length > 0) return { kind: "choice", values: [null] };
    if (named.length > 1) {
      return { kind: "variants", options: this.#variantsOfTypes(schema, types(schema)), nullable: false };
    }
    switch (named[0] ?? impliedType(schema)) {
      case "string":
        return this.#files && isFile(schema) ? { kind: "file" } : { kind: "text", long: isLong(schema) };
      case "integer":
      case "number":
        return { kind: "number" };
      case "boolean":
        return { kind: "boolean" };
      case "array":
        return listAt(schema, "prefixItems").length > 0
          ? { kind: "json" }
          : { kind: "list", items: this.control(schema["items"]) };
      case "object":
        return this.#object(schema);
      default:
        return { kind: "json" };
    }
  }

  #object(schema: JsonObject): Kind {
    const required = new Set(listAt(schema, "required"));
    const fields = Object.entries(objectAt(schema, "properties")).flatMap(([name, property]): Field[] => {
      const read = mergedSchema(this.#root, property);
      // OpenAPI 3.1 § 4.8.24: what is only read is in no request.
      if (read.schema["readOnly"] === true) return [];
      const control = this.control(property);
      const hint = plainText(read.schema["description"]);
      const deprecated = read.schema["deprecated"] === true;
      return [{ name, required: required.has(name), deprecated, hint, control }];
    });
    const rest = schema["additionalProperties"];
    const hasPatterns = Object.keys(objectAt(schema, "patternProperties")).length > 0;
    // An object that says nothing of its properties has any; one that names some is for those.
    const isOpen = rest === true || hasPatterns || (rest === undefined && fields.length === 0);
    const others = isObject(rest) ? this.control(rest) : isOpen ? this.control(anything) : undefined;
    return { kind: "object", fields, others };
  }

  /** Each alternative has what the schema says beside them. */
  #variants(schema: JsonObject, keyword: string, options: readonly unknown[]): Variant[] {
    const { [keyword]: _, description: __, title: ___, ...beside } = schema;
    return options.map((option, index): Variant => {
      const read = mergedSchema(this.#root, option);
      const saysMore = Object.keys(beside).some((name) => constraints.has(name));
      const control = this.control(saysMore ? mergeTwo(beside, read.schema) : option);
      const title = textAt(read.schema, "title") ?? read.component ?? this.controls[control]?.type;
      return { title: title ?? `${index + 1}`, hint: plainText(read.schema["description"]), control };
    });
  }

  #variantsOfTypes(schema: JsonObject, names: readonly string[]): Variant[] {
    const { description: _, ...rest } = schema;
    return names.map((type) => ({ title: type, hint: undefined, control: this.control({ ...rest, type }) }));
  }
}

type Kind = { [K in Control["kind"]]: Omit<Extract<Control, { kind: K }>, keyof Common> }[Control["kind"]] & {
  /** Where null is one of the variants. */
  nullable?: false;
};
type Common = Pick<Control, "type" | "nullable" | "example" | "default" | "hint">;

/** What stands beside alternatives and is about the same values; examples and the like are about the whole. */
const constraints = new Set(["properties", "required", "additionalProperties", "type", "items"]);

/**
 * Schemas have the same control when they are the same object, or refer to the same one: what is said beside a reference of the
 * place that it stands in, fields have.
 */
function keyOf(schema: unknown): unknown {
  if (!isObject(schema)) return undefined;
  const isReference = Object.keys(schema).every((name) => name === "$ref" || saidOfPlace.has(name));
  return isReference && typeof schema["$ref"] === "string" ? schema["$ref"] : schema;
}

const saidOfPlace = new Set(["description", "summary", "deprecated", "readOnly", "writeOnly"]);

function impliedType(schema: JsonObject): string | undefined {
  if (
    ["properties", "additionalProperties", "patternProperties"].some((name) => schema[name] !== undefined)
  ) {
    return "object";
  }
  if (schema["items"] !== undefined || schema["prefixItems"] !== undefined) return "array";
  return schema["pattern"] !== undefined || schema["format"] !== undefined ? "string" : undefined;
}

function isFile(schema: JsonObject): boolean {
  return schema["format"] === "binary" || /^(?!text\/)/.test(textAt(schema, "contentMediaType") ?? "text/");
}

/** OpenAPI names no format for texts of several lines; a limit tells a remark from a name. */
function isLong(schema: JsonObject): boolean {
  return typeof schema["maxLength"] === "number" && schema["maxLength"] > 255;
}

function exampleOf(schema: JsonObject): unknown {
  return schema["example"] ?? listAt(schema, "examples")[0] ?? schema["default"];
}

/** A value as it is entered. */
function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : JSON.stringify(value);
}
