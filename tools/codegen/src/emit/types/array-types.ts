/// <reference path="./openapi-typescript-parts.d.ts" />

import { isObject, type SchemaObject } from "@visitors-api/openapi";
import transformSchemaObject from "openapi-typescript/dist/transform/schema-object.mjs";
import ts from "typescript";
import { lazyArray } from "./recursive-arrays.ts";
import { tupleType } from "./tuple.ts";

type Options = Parameters<typeof transformSchemaObject>[1];

/** The types of arrays, as far as openapi-typescript makes others of their schemas than they say. */
export class ArrayTypes {
  /** openapi-typescript asks for the type of a property twice. */
  readonly #made = new Map<object, ts.TypeNode>();
  readonly #recursive: ReadonlySet<unknown>;
  readonly #footer: ts.Node[];

  /**
   * @param recursive The schemas of items that contain themselves.
   * @param footer Takes the declarations that stand behind the others.
   */
  constructor(recursive: ReadonlySet<unknown>, footer: ts.Node[]) {
    this.#recursive = recursive;
    this.#footer = footer;
  }

  /** Undefined of a schema that openapi-typescript reads rightly. */
  typeOf(node: object, options: Options): ts.TypeNode | undefined {
    // It is handed schemas only, and only those of `typesSchema`.
    const schema = node as SchemaObject;
    if (schema.type !== "array") return undefined;
    const made = this.#made.get(node) ?? this.#make(schema, options);
    if (made) this.#made.set(node, made);
    return made;
  }

  #make(schema: SchemaObject, options: Options): ts.TypeNode | undefined {
    const { items, prefixItems, maxItems } = schema;
    const typeOf = (item: SchemaObject) =>
      transformSchemaObject(item as Parameters<typeof transformSchemaObject>[0], options);
    if (prefixItems || items === false || maxItems === 0) return tupleType(schema, typeOf);
    if (!isObject(items)) return undefined;
    const type = typeOf(items);
    if (!this.#recursive.has(items)) return ts.factory.createArrayTypeNode(type);
    const declaration = lazyArray(`RecursiveArray${this.#footer.length + 1}`, type);
    this.#footer.push(declaration);
    return ts.factory.createTypeReferenceNode(declaration.name);
  }
}
