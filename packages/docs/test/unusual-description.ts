import { stringify } from "yaml";
import { openapi31 } from "./compositions.ts";

const json = (schema: unknown) => ({ content: { "application/json": { schema } } });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const responses = { 200: { description: "ok" } };

/** An object that has the properties of another, and one of its own. */
const extended = (name: string, schema: unknown) => ({
  allOf: [ref("Id"), { type: "object", properties: { [name]: schema } }],
});

const repeating = (name: string) => ({
  type: "object",
  required: ["repeats"],
  properties: { repeats: { type: "string" }, [name]: {} },
});

/** Tags that are named as the site's own folders are. */
export const tagsLikeFolders = ["reference", "guides", "versions", "assets", "operations"];

/** Operations that are named as parts of the site's own pages are. */
export const idsOfPages = ["search", "content", "servers", "schemas"];

/** 2^53 + 1: a number of JavaScript has not so many digits. */
export const big = 9007199254740993n;

const description = {
  ...openapi31,
  tags: [{ name: "a" }, { name: "b" }],
  "x-tagGroups": [{ name: "Group", tags: ["a"] }],
  paths: {
    "/heading": {
      get: { operationId: "getHeading", description: "Text.\n\n### Merged Things\n\nMore.", responses },
    },
    ...Object.fromEntries(
      tagsLikeFolders.map((tag) => [
        `/${tag}`,
        { get: { tags: [tag], operationId: `list-${tag}`, responses } },
      ]),
    ),
    ...Object.fromEntries(idsOfPages.map((id) => [`/named/${id}`, { get: { operationId: id, responses } }])),
    "/a": { get: { tags: ["a"], operationId: "getA", responses } },
    "/b": { get: { tags: ["b"], operationId: "getBThing", responses } },
    "/c/{d}": { get: { responses } },
    "/again": {
      get: {
        operationId: "getAgain",
        responses: {
          200: {
            description: "ok",
            ...json(extended("first", extended("second", extended("leaf", { type: "string" })))),
          },
        },
      },
    },
    "/nodes": { post: { operationId: "postNode", requestBody: json(ref("Node")), responses } },
    "/triggers": { post: { operationId: "postTrigger", requestBody: json(ref("Trigger")), responses } },
    "/proto": {
      post: {
        operationId: "postProto",
        requestBody: {
          content: {
            "application/json": { schema: { type: "object" }, example: JSON.parse('{"__proto__":"own"}') },
          },
        },
        responses,
      },
    },
    "/big": {
      get: {
        operationId: "getBig",
        parameters: [{ name: "big", in: "query", schema: { type: "integer", default: big } }],
        responses: {
          200: {
            description: "ok",
            content: { "application/json": { schema: { type: "integer" }, example: big } },
          },
        },
      },
    },
    "/either": {
      post: {
        operationId: "postEither",
        requestBody: json({
          type: "object",
          properties: { p1: { type: "string" }, p2: { type: "string" } },
          oneOf: [{ required: ["p1"] }, { required: ["p2"] }],
        }),
        responses,
      },
    },
  },
  components: {
    schemas: {
      ...openapi31.components.schemas,
      Id: { type: "object", required: ["id"], properties: { id: { type: "number" } } },
      Node: { type: "object", properties: { next: { type: "array", items: ref("Node") } } },
      Trigger: {
        type: "object",
        properties: {
          data: {
            oneOf: [ref("Once"), ref("Monthly")],
            discriminator: {
              propertyName: "repeats",
              mapping: { once: "#/components/schemas/Once", monthly: "#/components/schemas/Monthly" },
            },
          },
        },
      },
      Once: repeating("at"),
      Monthly: { oneOf: [ref("Concise"), ref("Verbose")] },
      Concise: repeating("dayC"),
      Verbose: repeating("weekV"),
    },
  },
};

/**
 * What OpenAPI 3.1 adds, and what is allowed and rare, each in an operation of its own: a site tells of all of it, and its build does
 * not stop.
 */
export const unusual = stringify(description, { aliasDuplicateObjects: false });
