import type { Patch } from "../support/pets.ts";
import type { Schema, Version } from "./schemas.ts";

/** Writes a whole description in other words. */
export type Rewriting = (description: Patch) => Patch;

/** A description of two operations with schemas in all places there are, some of which are components. */
export function describe(version: Version, [query, body, answer, header, error]: readonly Schema[]): Patch {
  const json = (schema: unknown) => ({ "application/json": { schema } });
  return {
    openapi: `${version}.0`,
    info: { title: "Pets", version: "1" },
    paths: {
      "/pets/{id}": {
        get: {
          operationId: "getPet",
          parameters: [
            { name: "id", in: "path", required: true, schema: { type: "string" } },
            { name: "q", in: "query", schema: query },
          ],
          responses: {
            "200": { description: "A pet", headers: { "X-Left": { schema: header } }, content: json(answer) },
            "4XX": { description: "No pet", content: json({ $ref: "#/components/schemas/Problem" }) },
          },
        },
        put: {
          operationId: "putPet",
          parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
          requestBody: {
            required: true,
            content: {
              ...json(body),
              "multipart/form-data": { schema: { type: "object", properties: { file: body } } },
            },
          },
          responses: {
            "204": { description: "Changed" },
            "4XX": { description: "No pet", content: json(error) },
          },
        },
      },
    },
    components: { schemas: { Problem: { type: "object", properties: { cause: error } } } },
  };
}

/** With every object of a kind replaced, from the inside out. */
function mapObjects(node: unknown, change: (node: Patch, key: string) => unknown, key = ""): unknown {
  if (Array.isArray(node)) return node.map((item) => mapObjects(item, change));
  if (typeof node !== "object" || node === null) return node;
  const entries = Object.entries(node).map(([name, value]) => [name, mapObjects(value, change, name)]);
  return change(Object.fromEntries(entries), key);
}

function edit(description: Patch, change: (node: Patch, key: string) => unknown): Patch {
  // What is made of a description is one.
  return mapObjects(description, change) as Patch;
}

/** With the parts that stand under a key moved into components, under names that nobody sees. */
const toComponents =
  (kind: string, isPart: (node: Patch, key: string) => boolean): Rewriting =>
  (description) => {
    const moved: Record<string, Patch> = {};
    const rest = edit(description, (node, key) => {
      if (!isPart(node, key)) return node;
      const name = `Part${Object.keys(moved).length}`;
      moved[name] = node;
      return { $ref: `#/components/${kind}/${name}` };
    });
    return { ...rest, components: { ...(rest["components"] as Patch), [kind]: moved } };
  };

const isStatus = (key: string): boolean => /^\d(\d\d|XX)$/.test(key);

/** Each means the same before and after. */
export const rewritings: Readonly<Record<string, Rewriting>> = {
  "answers as components": toComponents("responses", (_, key) => isStatus(key)),
  "a body as a component": toComponents("requestBodies", (_, key) => key === "requestBody"),
  "parameters as components": toComponents(
    "parameters",
    ({ in: place, name }) => place !== undefined && name !== undefined,
  ),
  "headers as components": toComponents("headers", (_, key) => key === "X-Left"),
  "parameters of the path": (description) =>
    edit(description, (node) => {
      const { get, put } = node as { readonly get?: Patch; readonly put?: Patch };
      if (!get || !put) return node;
      const list = get["parameters"] as readonly Patch[];
      const isOfPath = ({ in: place }: Patch): boolean => place === "path";
      const { parameters: _, ...rest } = put;
      return {
        parameters: list.filter(isOfPath),
        get: { ...get, parameters: list.filter((one) => !isOfPath(one)) },
        put: rest,
      };
    }),
  "ranges in lower case": (description) =>
    edit(description, (node) =>
      Object.fromEntries(
        Object.entries(node).map(([key, value]) => [isStatus(key) ? key.toLowerCase() : key, value]),
      ),
    ),
  "keys in another order": (description) =>
    edit(description, (node) => Object.fromEntries(Object.entries(node).toReversed())),
  extensions: (description) =>
    edit(description, (node, key) =>
      isStatus(key) || key === "schema" ? { ...node, "x-note": "Ours" } : node,
    ),
  "the default encoding": (description) =>
    edit(description, (node, key) =>
      key === "multipart/form-data" ? { ...node, encoding: { file: {} } } : node,
    ),
  "styles as they are by default": (description) =>
    edit(description, (node) =>
      node["in"] === "query" ? { ...node, style: "form", explode: true, allowReserved: false } : node,
    ),
  "no security, servers or callbacks": (description) =>
    edit(description, (node) =>
      node["operationId"] === undefined ? node : { ...node, security: [], callbacks: {}, deprecated: false },
    ),
};

/** A description of OpenAPI 3.0 in the words of 3.1. */
export const to31: Rewriting = (description) =>
  edit({ ...description, openapi: "3.1.0" }, ({ nullable, ...node }) =>
    nullable === true && typeof node["type"] === "string" ? { ...node, type: [node["type"], "null"] } : node,
  );
