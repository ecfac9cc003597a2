import { fieldsOf, isObject, type JsonObject, objectOrEmpty } from "./json.ts";
import type { Notice } from "./notice.ts";
import { effectiveParameters, operationsIn, resolvePathItem, under } from "./path-item-object.ts";
import { isReference, pointed, pointerKeys } from "./reference-object.ts";
import { isStatus, statusKey } from "./responses-object.ts";
import { type NormalizeContext, normalizeSchema } from "./schema-object/normalize.ts";
import { placeOfBody } from "./schema-object/place.ts";
import { SchemaReferences } from "./schema-object/references.ts";

/** A document in which everything is said in one way, and what was not said in that way before. */
export interface NormalizedDocument {
  /**
   * The document as one of OpenAPI 3.1: schemas in one dialect, operations with all that holds for them, and no reference but
   * those to components.
   */
  readonly document: JsonObject & { readonly openapi: string };
  readonly notices: readonly Notice[];
}

/**
 * Says in one way what OpenAPI lets one say in several.
 *
 * @param original One bundled document of OpenAPI 3.0 or 3.1. It stays as it is.
 * @throws {ReferenceObjectError} when a reference leads to nothing, back to itself, or out of the document.
 */
export function normalizeDocument(original: JsonObject): NormalizedDocument {
  const notices: Notice[] = [];
  const context: NormalizeContext = {
    isOpenApi30: String(original["openapi"]).startsWith("3.0"),
    references: new SchemaReferences(original),
    notices,
  };
  const parts = new Parts(original, context);
  const rest = {
    ...original,
    paths: parts.paths(original["paths"]),
    ...(original["webhooks"] !== undefined && {
      webhooks: parts.pathItems(original["webhooks"], "#/webhooks"),
    }),
    components: parts.components(objectOrEmpty(original["components"])),
  };
  return {
    document: { ...rest, openapi: context.isOpenApi30 ? "3.1.0" : String(original["openapi"]) },
    notices,
  };
}

/** A part of a document in its one form, by what it is and where it is written. */
type Part = (node: JsonObject, pointer: string) => JsonObject;

class Parts {
  readonly #original: JsonObject;
  readonly #context: NormalizeContext;
  /** Where the path items are written that a callback stands in. */
  readonly #around = new Set<string>();

  constructor(original: JsonObject, context: NormalizeContext) {
    this.#original = original;
    this.#context = context;
  }

  /** OpenAPI 3.1 § 4.8.8: what does not begin with a slash is an extension. */
  paths(paths: unknown): JsonObject {
    const entries = fieldsOf(paths).filter(([path]) => path.startsWith("/"));
    return this.pathItems(Object.fromEntries(entries), "#/paths");
  }

  pathItems(items: unknown, pointer: string): JsonObject {
    return this.#map(items, pointer, this.pathItem);
  }

  components(components: JsonObject): JsonObject {
    const of = (section: string, part: Part) =>
      components[section] === undefined
        ? {}
        : { [section]: this.#map(components[section], under("#/components", section), part) };
    const others = {
      ...components,
      ...of("parameters", this.parameter),
      ...of("headers", this.parameter),
      ...of("requestBodies", this.requestBody),
      ...of("responses", this.response),
      ...of("callbacks", this.callback),
      ...of("pathItems", this.pathItem),
    };
    return { ...others, ...this.#schemas(objectOrEmpty(components["schemas"]), "schemas" in components) };
  }

  /** The component schemas, and those that became some because something refers to them. */
  #schemas(schemas: JsonObject, isThere: boolean): JsonObject {
    const { references } = this.#context;
    const normalized = Object.entries(schemas).map(([name, schema]) => {
      const pointer = under("#/components/schemas", name);
      return [name, normalizeSchema(schema, pointer, references.placeOf(name), this.#context)] as const;
    });
    const moved = [];
    // A map is walked in the order of its insertions, those made meanwhile included.
    for (const { name, schema, pointer } of references.moved) {
      moved.push([name, normalizeSchema(schema, pointer, "json", this.#context)] as const);
    }
    return isThere || moved.length > 0 ? { schemas: Object.fromEntries([...normalized, ...moved]) } : {};
  }

  readonly pathItem: Part = (reference, at) => {
    const { item, pointer } = resolvePathItem(this.#original, reference, at);
    // A callback may be the very path that it is described under.
    if (this.#around.has(pointer)) return {};
    this.#around.add(pointer);
    const operations = operationsIn(item, pointer).map(({ method, operation, pointer }) => {
      const parameters = effectiveParameters(this.#original, item["parameters"], operation["parameters"]);
      const inherited = {
        servers: operation["servers"] ?? item["servers"] ?? this.#original["servers"],
        security: operation["security"] ?? this.#original["security"],
      };
      const complete = this.operation({ ...operation, parameters }, pointer);
      return [method, { ...complete, ...withoutUndefined(inherited) }];
    });
    this.#around.delete(pointer);
    const { summary, description } = item;
    return { ...withoutUndefined({ summary, description }), ...Object.fromEntries(operations) };
  };

  readonly operation: Part = (operation, pointer) => {
    const { parameters, requestBody, responses, callbacks } = operation;
    const statuses = fieldsOf(responses).flatMap(([status, response]) => {
      if (!isStatus(status)) return [];
      return [
        [statusKey(status), this.#part(response, under(`${pointer}/responses`, status), this.response)],
      ];
    });
    return {
      ...operation,
      parameters: (Array.isArray(parameters) ? parameters : []).map((parameter, index) =>
        this.#part(parameter, under(`${pointer}/parameters`, index), this.parameter),
      ),
      ...(isObject(requestBody) && {
        requestBody: this.#part(requestBody, `${pointer}/requestBody`, this.requestBody),
      }),
      ...(isObject(responses) && { responses: Object.fromEntries(statuses) }),
      ...(isObject(callbacks) && { callbacks: this.#map(callbacks, `${pointer}/callbacks`, this.callback) }),
    };
  };

  /** A parameter or a header: they have the same fields (OpenAPI 3.1 § 4.8.21). */
  readonly parameter: Part = (parameter, pointer) => ({
    ...parameter,
    ...(parameter["schema"] !== undefined && {
      schema: normalizeSchema(parameter["schema"], `${pointer}/schema`, "json", this.#context),
    }),
    ...this.#content(parameter, pointer),
  });

  readonly requestBody: Part = (body, pointer) => ({ ...body, ...this.#content(body, pointer) });

  readonly response: Part = (response, pointer) => ({
    ...response,
    ...this.#content(response, pointer),
    ...(isObject(response["headers"]) && {
      headers: this.#map(response["headers"], `${pointer}/headers`, this.parameter),
    }),
  });

  readonly callback: Part = (callback, pointer) => this.pathItems(callback, pointer);

  #content({ content }: JsonObject, pointer: string): JsonObject {
    if (!isObject(content)) return {};
    const normalized = fieldsOf(content).map(([mediaType, value]) => {
      const media = objectOrEmpty(value);
      const at = under(`${pointer}/content`, mediaType);
      if (media["schema"] === undefined) return [mediaType, media];
      const place = placeOfBody(mediaType);
      return [
        mediaType,
        { ...media, schema: normalizeSchema(media["schema"], `${at}/schema`, place, this.#context) },
      ];
    });
    return { content: Object.fromEntries(normalized) };
  }

  #map(map: unknown, pointer: string, part: Part): JsonObject {
    return Object.fromEntries(
      fieldsOf(map).map(([key, node]) => [key, this.#part(node, under(pointer, key), part)]),
    );
  }

  /** A reference to a component stays one; any other makes way for what it leads to. */
  #part(node: unknown, pointer: string, part: Part): JsonObject {
    if (!isObject(node)) return {};
    if (!isReference(node) || part === this.pathItem) return part(node, pointer);
    if (isComponent(node.$ref)) {
      pointed(this.#original, node.$ref);
      return node;
    }
    const target = pointed(this.#original, node.$ref);
    return this.#part(target, node.$ref, part);
  }
}

/** Whether a reference leads to a component itself, and not into one. */
function isComponent($ref: string): boolean {
  const [components, , , ...further] = pointerKeys($ref);
  return components === "components" && further.length === 0;
}

function withoutUndefined(fields: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
