import { ref, schema } from "@visitors-api/client/validation";
import { type JsonObject, objectOrEmpty } from "../description/json-object.ts";
import { lookUp } from "../description/reference.ts";
import type { Check, SchemaDocument } from "./check.ts";
import { schemaCheck } from "./schema-check.ts";

const COMPONENTS = "#/components/schemas/";

/** The schemas of one description: each is made into a check once, whatever refers to it. */
export class DescribedSchemas implements SchemaDocument {
  readonly isOpenApi30: boolean;
  readonly #document: JsonObject;
  readonly #references = new Map<string, ReturnType<typeof schema>>();
  #tracksEvaluated: boolean | undefined;

  constructor(document: JsonObject) {
    this.#document = document;
    this.isOpenApi30 = String(document["openapi"]).startsWith("3.0");
  }

  get tracksEvaluated(): boolean {
    this.#tracksEvaluated ??= hasKey(this.#document, /^unevaluated(Items|Properties)$/);
    return this.#tracksEvaluated;
  }

  check(described: unknown): Check {
    return schemaCheck(described, this);
  }

  reference(pointer: string): Check {
    let referred = this.#references.get(pointer);
    if (referred === undefined) {
      referred = schema(() => this.check(this.target(pointer)));
      this.#references.set(pointer, referred);
    }
    return ref(referred);
  }

  target(pointer: string): unknown {
    return lookUp(this.#document, pointer);
  }

  component(pointer: string): string | undefined {
    if (!pointer.startsWith(COMPONENTS)) return undefined;
    const name = decodeURIComponent(pointer.slice(COMPONENTS.length))
      .replaceAll("~1", "/")
      .replaceAll("~0", "~");
    const schemas = objectOrEmpty(objectOrEmpty(this.#document["components"])["schemas"]);
    return Object.hasOwn(schemas, name) ? name : undefined;
  }
}

function hasKey(node: unknown, key: RegExp): boolean {
  if (typeof node !== "object" || node === null) return false;
  return Object.entries(node).some(([name, child]) => key.test(name) || hasKey(child, key));
}
