import { entriesOf, fieldsOf, isObject, type JsonObject, listOrEmpty, objectOrEmpty } from "./json.ts";
import type { Notice } from "./notice.ts";
import { parameterNotices } from "./parameter-object.ts";
import { effectiveParameters, operationsIn, pathItemNotices, resolvePathItem } from "./path-item-object.ts";
import { isReference, pointed, pointerKeys, resolve, saidBeside, under } from "./reference-object.ts";
import { isStatus, statusKey } from "./responses-object.ts";
import type { SchemaPlace } from "./schema-object/normalize.ts";
import { placeOfBody } from "./schema-object/place.ts";
import type { Schema } from "./schema-object.ts";

/** How the schemas of a document are read, and what is told of it. */
export interface PartsContext {
  readonly isOpenApi30: boolean;
  readonly notices: Notice[];
  readonly readSchema: (schema: unknown, pointer: string, place: SchemaPlace) => Schema;
}

/** A part of a document in its one form, by what it is and where it is written. */
type Part = (node: JsonObject, pointer: string) => JsonObject;

/**
 * The parts of one document, each in its one form. A reference to a component stays one, and any other makes way for what it
 * leads to.
 */
export class DocumentParts {
  readonly #original: JsonObject;
  readonly #context: PartsContext;
  /** Where the path items are written that a callback stands in. */
  readonly #around = new Set<string>();

  constructor(original: JsonObject, context: PartsContext) {
    this.#original = original;
    this.#context = context;
  }

  /** All of it but its component schemas, which stay as they are. */
  document(): JsonObject {
    const { paths, webhooks, components } = this.#original;
    return {
      ...this.#original,
      paths: this.paths(paths),
      ...(webhooks !== undefined && { webhooks: this.pathItems(webhooks, "#/webhooks") }),
      components: this.components(objectOrEmpty(components)),
    };
  }

  /** OpenAPI 3.1 § 4.8.8: a path begins with a slash. */
  paths(paths: unknown): JsonObject {
    const entries = fieldsOf(paths).filter(([path]) => {
      if (path.startsWith("/")) return true;
      const message = `\`${path}\` does not begin with a slash; the path is left out.`;
      this.#context.notices.push({ message, pointer: under("#/paths", path) });
      return false;
    });
    return this.pathItems(Object.fromEntries(entries), "#/paths");
  }

  pathItems(items: unknown, pointer: string): JsonObject {
    return this.#map(items, pointer, this.pathItem);
  }

  components(components: JsonObject): JsonObject {
    const others = Object.entries(components).map(([section, map]) => {
      const part = this.#sections.get(section);
      return [section, part ? this.#map(map, under("#/components", section), part) : map];
    });
    return Object.fromEntries(others);
  }

  readonly pathItem: Part = (reference, at) => {
    const resolved = resolvePathItem(this.#original, reference, at);
    const { item, pointer, pointerTo } = resolved;
    // A callback may be the very path that it is described under.
    if (this.#around.has(pointer)) return {};
    this.#around.add(pointer);
    this.#context.notices.push(...pathItemNotices(resolved));
    const shared = this.#parameters(item, pointerTo("parameters"));
    const operations = operationsIn(resolved).map(({ method, operation, pointer }) => {
      const own = this.#parameters(operation, `${pointer}/parameters`);
      const parameters = effectiveParameters(this.#original, shared, own);
      const inherited = {
        servers: [operation, item, this.#original].find(namesServers)?.["servers"],
        security: operation["security"] ?? this.#original["security"],
      };
      const complete = { ...this.operation(operation, pointer), parameters };
      return [method, { ...complete, ...withoutUndefined(inherited) }];
    });
    this.#around.delete(pointer);
    const { summary, description } = item;
    return { ...withoutUndefined({ summary, description }), ...Object.fromEntries(operations) };
  };

  readonly operation: Part = (operation, pointer) => {
    const { requestBody, responses, callbacks } = operation;
    const statuses = fieldsOf(responses).flatMap(([status, response]) => {
      const at = under(`${pointer}/responses`, status);
      if (isStatus(status)) return [[statusKey(status), this.#part(response, at, this.response)]];
      const message = `\`${status}\` is no status; the response is left out.`;
      this.#context.notices.push({ message, pointer: at });
      return [];
    });
    return {
      ...operation,
      ...(isObject(requestBody) && {
        requestBody: this.#part(requestBody, `${pointer}/requestBody`, this.requestBody),
      }),
      ...(isObject(responses) && { responses: Object.fromEntries(statuses) }),
      ...(isObject(callbacks) && { callbacks: this.#map(callbacks, `${pointer}/callbacks`, this.callback) }),
    };
  };

  /** A parameter or a header: they have the same fields (OpenAPI 3.1 § 4.8.21). */
  readonly parameter: Part = (parameter, pointer) => {
    this.#context.notices.push(...parameterNotices(parameter, pointer));
    return {
      ...parameter,
      ...(parameter["schema"] !== undefined && {
        schema: this.#context.readSchema(parameter["schema"], `${pointer}/schema`, "json"),
      }),
      ...this.#content(parameter, pointer),
      ...this.#examples(parameter, pointer),
    };
  };

  readonly requestBody: Part = (body, pointer) => ({ ...body, ...this.#content(body, pointer) });

  readonly response: Part = (response, pointer) => ({
    ...response,
    ...this.#content(response, pointer),
    ...(isObject(response["headers"]) && {
      headers: this.#map(response["headers"], `${pointer}/headers`, this.parameter),
    }),
  });

  readonly callback: Part = (callback, pointer) =>
    this.pathItems(Object.fromEntries(fieldsOf(callback)), pointer);

  /** A part that is the same in every version. */
  readonly kept: Part = (node) => node;

  /** The parts that components are, but for schemas (OpenAPI 3.1 § 4.8.7). */
  readonly #sections: ReadonlyMap<string, Part> = new Map([
    ["responses", this.response],
    ["parameters", this.parameter],
    ["examples", this.kept],
    ["requestBodies", this.requestBody],
    ["headers", this.parameter],
    ["securitySchemes", this.kept],
    ["links", this.kept],
    ["callbacks", this.callback],
    ["pathItems", this.pathItem],
  ]);

  #parameters({ parameters }: JsonObject, pointer: string): JsonObject[] {
    return listOrEmpty(parameters).flatMap((parameter, index) =>
      isObject(parameter) ? [this.#part(parameter, under(pointer, index), this.parameter)] : [],
    );
  }

  #content({ content }: JsonObject, pointer: string): JsonObject {
    if (!isObject(content)) return {};
    const normalized = entriesOf(content).map(([mediaType, value]) => {
      const media = objectOrEmpty(value);
      const at = under(`${pointer}/content`, mediaType);
      const place = placeOfBody(mediaType);
      const schema = media["schema"] !== undefined && {
        schema: this.#context.readSchema(media["schema"], `${at}/schema`, place),
      };
      return [mediaType, { ...media, ...schema, ...this.#examples(media, at) }];
    });
    return { content: Object.fromEntries(normalized) };
  }

  #examples({ examples }: JsonObject, pointer: string): JsonObject {
    return isObject(examples) ? { examples: this.#map(examples, `${pointer}/examples`, this.kept) } : {};
  }

  #map(map: unknown, pointer: string, part: Part): JsonObject {
    return Object.fromEntries(
      entriesOf(map).map(([key, node]) => [key, this.#part(node, under(pointer, key), part)]),
    );
  }

  /** A reference to a component stays one; any other makes way for what it leads to. */
  #part(node: unknown, pointer: string, part: Part): JsonObject {
    if (!isObject(node)) return {};
    if (!isReference(node) || part === this.pathItem) return part(node, pointer);
    // It refuses one that leads to nothing, or in a circle.
    resolve(this.#original, node);
    const { $ref } = node;
    const said = this.#context.isOpenApi30 ? {} : saidBeside(node);
    return this.#isComponent($ref)
      ? { $ref, ...said }
      : { ...this.#part(pointed(this.#original, $ref), $ref, part), ...said };
  }

  /** Whether a reference leads to a component itself, and not into one. */
  #isComponent($ref: string): boolean {
    const [components, section = "", ...names] = pointerKeys($ref);
    return components === "components" && this.#sections.has(section) && names.length === 1;
  }
}

/** An empty list names none, and those of what is around it apply. */
function namesServers({ servers }: JsonObject): boolean {
  return Array.isArray(servers) && servers.length > 0;
}

function withoutUndefined(fields: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
