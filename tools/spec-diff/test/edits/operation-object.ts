import type { Edit } from "../support/edit.ts";
import { answered, given, json, merge, operation, parameters, requestBody } from "../support/pets.ts";

const getPet = {
  operationId: "getPet",
  parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
  responses: { 200: { description: "The pet", content: json() } },
};
const pathItems = { Pet: { get: getPet } };
const cats = { $ref: "#/components/pathItems/Pet" };
const page = { name: "page", in: "query", schema: { type: "integer" } };
const trace = { name: "X-Trace", in: "header", schema: { type: "string" } };

const inPath = (name: string) => ({ name, in: "path", required: true, schema: { type: "string" } });
const catToys = (...names: string[]) => ({
  get: {
    operationId: "getToy",
    parameters: names.map(inPath),
    responses: { 200: { description: "The toy" } },
  },
  delete: {
    operationId: "deleteToy",
    parameters: names.map(inPath),
    responses: { 204: { description: "Gone" } },
  },
});

/** Operations, their parameters and their bodies. */
export const operationEdits: readonly Edit[] = [
  {
    what: "an operation is added",
    before: {},
    after: { paths: { "/pets/{id}": { get: getPet } } },
    forth: ["additive", "operation-added"],
    back: ["breaking", "operation-removed"],
  },
  {
    what: "a path is explained beside what it refers to",
    before: { components: { pathItems }, paths: { "/cats/{id}": cats } },
    after: { components: { pathItems }, paths: { "/cats/{id}": { ...cats, description: "Cats are pets." } } },
    forth: ["documentation", "documentation-added"],
    back: ["documentation", "documentation-removed"],
    only: "3.1",
  },
  {
    what: "an operation has another id",
    before: {},
    after: operation({ operationId: "replacePet" }),
    forth: ["breaking", "operation-renamed"],
    back: ["breaking", "operation-renamed"],
  },
  {
    what: "an operation without an id gets the one that it was called by",
    before: operation({ operationId: null }),
    after: operation({ operationId: "putPetsById" }),
    forth: [undefined, ""],
    back: [undefined, ""],
  },
  {
    what: "an operation stands elsewhere",
    before: { paths: { "/pets/{id}": { get: getPet } } },
    after: { paths: { "/animals/{id}": { get: getPet } } },
    forth: ["breaking", "operation-moved", "the compiler takes it"],
    back: ["breaking", "operation-moved", "the compiler takes it"],
  },
  {
    what: "a parameter of a path is called otherwise",
    before: { paths: { "/pets/{id}": null, "/cats/{id}/toys/{toy}": catToys("id", "toy") } },
    after: { paths: { "/pets/{id}": null, "/cats/{cat_id}/toys/{toy}": catToys("cat_id", "toy") } },
    forth: ["breaking", "path-parameter-renamed"],
    back: ["breaking", "path-parameter-renamed"],
  },
  {
    what: "an operation is deprecated",
    before: {},
    after: operation({ deprecated: true }),
    forth: ["additive", "deprecated"],
    back: ["documentation", "no-longer-deprecated"],
  },
  {
    what: "an operation is explained",
    before: operation({ summary: "Put a pet" }),
    after: operation({ summary: "Replace a pet", description: "Replaces a pet.", tags: ["Pets"] }),
    forth: ["documentation", "documentation-added documentation-changed"],
    back: ["documentation", "documentation-changed documentation-removed"],
  },

  {
    what: "a parameter may be given",
    before: {},
    after: parameters(page),
    forth: ["additive", "parameter-added"],
    back: ["breaking", "parameter-removed", "the compiler takes it"],
  },
  {
    what: "a parameter must be given",
    before: {},
    after: parameters({ ...page, required: true }),
    forth: ["breaking", "required-parameter-added"],
    back: ["breaking", "parameter-removed", "the compiler takes it"],
  },
  {
    what: "a parameter may no longer be left out",
    before: parameters(page),
    after: parameters({ ...page, required: true }),
    forth: ["breaking", "parameter-required"],
    back: ["additive", "parameter-optional"],
  },
  {
    what: "a header may be given",
    before: {},
    after: parameters(trace),
    forth: ["additive", "parameter-added"],
    back: ["breaking", "parameter-removed", "the compiler takes it"],
  },
  {
    what: "a header that has a default is required",
    before: parameters({ ...trace, schema: { type: "string", default: "off" } }),
    after: parameters({ ...trace, required: true, schema: { type: "string", default: "off" } }),
    forth: [undefined, ""],
    back: [undefined, ""],
  },
  {
    what: "a header is spelled in capitals",
    before: parameters({ ...trace, description: "For tracing." }),
    after: parameters({ ...trace, name: "X-TRACE", description: "For tracing." }),
    forth: ["documentation", "documentation-changed"],
    back: ["documentation", "documentation-changed"],
  },
  {
    what: "a parameter is sent elsewhere",
    before: parameters(page),
    after: parameters({ ...page, in: "header" }),
    forth: ["breaking", "parameter-moved", "the compiler takes it"],
    back: ["breaking", "parameter-moved", "the compiler takes it"],
  },
  {
    what: "a list is written in another way",
    before: parameters({ name: "tags", in: "query", schema: { type: "array", items: { type: "string" } } }),
    after: parameters({
      name: "tags",
      in: "query",
      explode: false,
      schema: { type: "array", items: { type: "string" } },
    }),
    forth: ["additive", "parameter-style-changed"],
    back: ["additive", "parameter-style-changed"],
  },
  {
    what: "the way in which parameters are written is said, though it is the usual one",
    before: parameters(page),
    after: parameters({ ...page, style: "form", explode: true, required: false }),
    forth: [undefined, ""],
    back: [undefined, ""],
  },
  {
    what: "a parameter of an operation becomes one of its path",
    before: parameters(page),
    after: merge(parameters(), { paths: { "/pets/{id}": { parameters: [page] } } }),
    forth: [undefined, ""],
    back: [undefined, ""],
  },
  {
    what: "a deprecated operation gets a day on which it may go",
    before: operation({ deprecated: true }),
    after: operation({ deprecated: true, "x-deprecated-since": "2026-11-30", "x-sunset": "2027-06-30" }),
    forth: ["documentation", "documentation-added sunset-changed"],
    back: ["documentation", "documentation-removed sunset-changed"],
  },
  {
    what: "a deprecated parameter gets another day on which it may go",
    before: parameters({ ...page, deprecated: true, "x-sunset": "2027-06-30" }),
    after: parameters({ ...page, deprecated: true, "x-sunset": "2027-12-31" }),
    forth: ["documentation", "sunset-changed"],
    back: ["documentation", "sunset-changed"],
  },
  {
    what: "a parameter is deprecated",
    before: parameters(page),
    after: parameters({ ...page, deprecated: true }),
    forth: ["additive", "deprecated"],
    back: ["documentation", "no-longer-deprecated"],
  },
  {
    what: "a parameter has an example",
    before: parameters({ ...page, examples: { first: { value: 1 } } }),
    after: parameters({ ...page, examples: { first: { value: 1 }, second: { value: 2 } } }),
    forth: ["documentation", "documentation-added"],
    back: ["documentation", "documentation-removed"],
  },

  {
    what: "a body may be given",
    before: {},
    after: requestBody({ content: json() }),
    forth: ["additive", "request-body-added"],
    back: ["breaking", "request-body-removed", "the compiler takes it"],
  },
  {
    what: "a body must be given",
    before: {},
    after: given({ type: "object", required: ["name"], properties: { name: { type: "string" } } }),
    forth: ["breaking", "required-request-body-added"],
    back: ["breaking", "request-body-removed", "the compiler takes it"],
  },
  {
    what: "a body may be left out",
    before: given({ type: "object", required: ["name"], properties: { name: { type: "string" } } }),
    after: merge(
      given({ type: "object", required: ["name"], properties: { name: { type: "string" } } }),
      requestBody({ required: false }),
    ),
    forth: ["additive", "request-body-optional"],
    back: ["breaking", "request-body-required"],
  },
  {
    what: "a body may be given in another way too",
    before: given(),
    after: merge(given(), requestBody({ content: { "application/x-www-form-urlencoded": { schema: {} } } })),
    forth: ["additive", "request-media-type-added"],
    back: ["breaking", "request-media-type-removed", "the compiler takes it"],
  },
  {
    what: "a method sends JSON in place of text",
    before: requestBody({ required: true, content: { "text/plain": { schema: { type: "string" } } } }),
    after: requestBody({
      required: true,
      content: { "text/plain": { schema: { type: "string" } }, ...json() },
    }),
    forth: [
      "breaking",
      "body-flattened request-media-type-added request-media-type-preferred",
      "the compiler takes it",
    ],
    back: ["breaking", "body-grouped request-media-type-removed"],
  },
  {
    what: "an example of a body is another",
    before: requestBody({ content: { "application/json": { example: { name: "Rex" } } } }),
    after: requestBody({ content: { "application/json": { example: { name: "Max" } } } }),
    forth: ["documentation", "documentation-changed"],
    back: ["documentation", "documentation-changed"],
  },
  {
    what: "what the API calls back becomes another",
    before: merge(answered(), operation({ callbacks: { done: { "{$url}": { post: { responses: {} } } } } })),
    after: merge(answered(), operation({ callbacks: { done: { "{$url}": { put: { responses: {} } } } } })),
    forth: ["documentation", "documentation-changed"],
    back: ["documentation", "documentation-changed"],
  },
];
