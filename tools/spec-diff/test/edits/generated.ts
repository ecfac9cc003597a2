import type { Edit } from "../support/edit.ts";
import {
  answered,
  components,
  given,
  holding,
  json,
  merge,
  operation,
  type Patch,
  parameters,
  pet,
  requestBody,
  responses,
} from "../support/pets.ts";

const text = { type: "string" };
const named = { name: text };
const bearer = { type: "http", scheme: "bearer" };
const object = (properties: object, more: object = {}) => ({ type: "object", properties, ...more });
const query = (name: string, schema: object = text) => ({ name, in: "query", schema });
const cookie = (name: string, schema: object = text) => ({ name, in: "cookie", schema });

const get = (path: string, operationId: string | undefined, schema: unknown): Patch => ({
  paths: {
    [path]: {
      get: { operationId, responses: { 200: { description: "It", content: json(schema) } } },
    },
  },
});
const cats = get("/cats", "get-cats", pet);
const add = (patch: Patch): Patch => ({
  paths: {
    "/pets/{id}": null,
    "/pets": { post: { operationId: "addPet", responses: { 204: { description: "" } }, ...patch } },
  },
});
const anything = { requestBody: { content: json({ type: "object", additionalProperties: true }) } };
const tuple = (more: object) => holding({ type: "array", prefixItems: [text], ...more });

/** What the generator makes of parts that are as they were, for something beside them is new. */
export const generatedEdits: readonly Edit[] = [
  {
    what: "a parameter is called as a property of the body",
    before: given(object(named)),
    after: merge(given(object(named)), parameters(query("name"))),
    forth: ["breaking", "body-grouped parameter-added"],
    back: ["breaking", "body-flattened parameter-removed", "the compiler takes it"],
    says: "`putPet` now takes the body as `body`, because a parameter and a property of it are both called `name`; it took the properties of the body beside the parameters.",
  },
  {
    what: "a property of the body is called as a parameter",
    before: given(object(named)),
    after: given(object({ ...named, id: text })),
    forth: ["breaking", "body-grouped property-added"],
    back: ["breaking", "body-flattened property-removed", "the compiler takes it"],
    says: "`putPet` now takes the body as `body`, because a parameter and a property of it are both called `id`; it took the properties of the body beside the parameters.",
  },
  {
    what: "a body that need not be given has a property that is called as a parameter",
    before: requestBody({ content: json(object(named)) }),
    after: requestBody({ content: json(object({ ...named, id: text })) }),
    forth: ["breaking", "body-grouped property-added", "the compiler takes it"],
    back: ["breaking", "body-flattened property-removed", "the compiler takes it"],
  },
  {
    what: "a body may have properties of any name",
    before: given(object(named)),
    after: given(object(named, { additionalProperties: true })),
    forth: ["breaking", "additional-properties-described body-grouped"],
    back: ["breaking", "additional-properties-removed body-flattened", "the compiler takes it"],
    says: "`putPet` now takes the body as `body`, because its properties may have any name, those of the parameters among them; it took the properties of the body beside the parameters.",
  },
  {
    what: "a body may be something else than an object",
    before: given(object(named)),
    after: given({ oneOf: [object(named), text] }),
    forth: ["breaking", "body-grouped request-alternative-added"],
    back: ["breaking", "body-flattened request-alternative-removed", "the compiler takes it"],
    says: "`putPet` now takes the body as `body`, because it may be something else than an object; it took the properties of the body beside the parameters.",
  },
  {
    what: "the properties of a body are described",
    before: given({ type: "object" }),
    after: given(object(named)),
    forth: ["breaking", "body-flattened property-added", "the compiler takes it"],
    back: ["breaking", "body-grouped property-removed"],
    says: "`putPet` now takes the properties of the body beside the parameters, because they are described now, and none is called as a parameter is; it took the body as `body`.",
  },
  {
    what: "a parameter stands beside a body of anything",
    before: add(anything),
    after: add({ ...anything, parameters: [query("dry")] }),
    forth: ["breaking", "body-grouped parameter-added", "the compiler takes it"],
    back: ["breaking", "body-flattened parameter-removed", "the compiler takes it"],
  },
  {
    what: "a cookie is called as a parameter",
    before: parameters(query("page")),
    after: parameters(query("page"), cookie("page", { type: "integer" })),
    forth: ["breaking", "parameter-added parameter-hidden"],
    back: ["breaking", "parameter-removed"],
    says: "The method `putPet` no longer takes the query parameter `page`, because a cookie has its name now. The client's `PUT` takes it.",
  },
  {
    what: "a cookie of the same type is called as a parameter",
    before: parameters(query("page")),
    after: parameters(query("page"), cookie("page")),
    forth: ["breaking", "parameter-added parameter-hidden", "the compiler takes it"],
    back: ["breaking", "parameter-removed", "the compiler takes it"],
  },
  {
    what: "a body is given beside a parameter that is called `body`",
    before: parameters(query("body")),
    after: merge(parameters(query("body")), requestBody({ content: json({ type: "array", items: text }) })),
    forth: ["breaking", "parameter-hidden request-body-added"],
    back: ["breaking", "request-body-removed"],
    says: "The method `putPet` no longer takes the query parameter `body`, because `body` is the body now. The client's `PUT` takes it.",
  },
  {
    what: "another operation has the id that a method was called after",
    before: cats,
    after: merge(cats, get("/dogs", "getCats", pet)),
    forth: ["breaking", "method-renamed operation-added", "the compiler takes it"],
    back: ["breaking", "method-renamed operation-removed"],
    says: "The method of `get-cats` is now called `getCats2`, because `getCats` is the method of `getCats` now; it was `getCats`.",
  },
  {
    what: "another operation with another answer has the id that a method was called after",
    before: cats,
    after: merge(cats, get("/dogs", "getCats", holding({ type: "integer" }))),
    forth: ["breaking", "method-renamed operation-added"],
    back: ["breaking", "method-renamed operation-removed"],
  },
  {
    what: "another operation has the id that the generator made up for one",
    before: get("/cats", undefined, pet),
    after: merge(get("/cats", undefined, pet), get("/dogs", "getCats", pet)),
    forth: ["breaking", "method-renamed operation-added", "the compiler takes it"],
    back: ["breaking", "method-renamed operation-removed"],
  },
  {
    what: "another schema is called as a type is exported",
    before: components({ cat: pet }),
    after: components({ cat: pet, Cat: holding(text) }),
    forth: ["breaking", "type-added type-renamed", "the compiler takes it"],
    back: ["breaking", "type-removed type-renamed", "the compiler takes it"],
    says: "The exported type `Cat` is now called `CatSchema`, because `Cat` is the type of the schema `Cat` now.",
  },
  {
    what: "the class of an error is called as a type is exported",
    before: components({ NotFoundError: pet }),
    after: merge(components({ NotFoundError: pet }), responses({ 404: { description: "No pet" } })),
    forth: ["breaking", "response-added type-renamed", "the compiler takes it"],
    back: ["breaking", "response-removed type-renamed"],
    says: "The exported type `NotFoundError` is now called `NotFoundErrorSchema`, because `NotFoundError` is the class of an error now.",
  },
  {
    what: "a schema is called as the validator of an operation",
    before: operation({ operationId: "Put" }),
    after: merge(operation({ operationId: "Put" }), components({ PutInput: pet })),
    forth: ["breaking", "type-added validator-renamed", "the compiler takes it"],
    back: ["breaking", "type-removed validator-renamed", "the compiler takes it"],
    says: "The validator of the input of `Put` is now called `PutInput2`, because `PutInput` is the validator of a type now; it was `PutInput`.",
  },
  {
    what: "another credential is of the kind that an option is named after",
    before: { components: { securitySchemes: { login: bearer } } },
    after: { components: { securitySchemes: { login: bearer, service: bearer } } },
    forth: ["breaking", "credential-added credential-changed", "the compiler takes it"],
    back: ["breaking", "credential-changed credential-removed", "the compiler takes it"],
    says: "The credential `login` is given as the option `login`, a text, because `service` is a credential of the same kind; it was the option `token`, a text.",
  },
  {
    what: "a property of an answer is described that was one of any name",
    before: answered(object(named, { additionalProperties: text })),
    after: answered(object({ ...named, age: { type: "integer" } }, { additionalProperties: text })),
    forth: ["breaking", "property-added type-changed"],
    back: ["breaking", "property-removed", "the compiler takes it"],
  },
  {
    what: "a property of an answer is described as those of any name, in other words",
    before: answered(object(named, { additionalProperties: { ...text, description: "Any." } })),
    after: answered(
      object(
        { ...named, note: { ...text, description: "A note." } },
        { additionalProperties: { ...text, description: "Any." } },
      ),
    ),
    forth: ["additive", "property-added"],
    back: ["breaking", "property-removed", "the compiler takes it"],
  },
  {
    what: "a property is described that was one of any name and any of several types",
    before: answered(object(named, { additionalProperties: { anyOf: [text, { type: "integer" }] } })),
    after: answered(
      object(
        { ...named, note: { type: "integer" } },
        { additionalProperties: { anyOf: [text, { type: "integer" }] } },
      ),
    ),
    forth: ["additive", "property-added"],
    back: ["breaking", "property-removed", "the compiler takes it"],
  },
  {
    what: "a property that is given is described that was one of any name",
    before: given(holding(object({}, { additionalProperties: text }))),
    after: given(holding(object({ age: { enum: ["old"] } }, { additionalProperties: text }))),
    forth: ["additive", "property-added"],
    back: ["breaking", "property-removed", "the compiler takes it"],
  },
  {
    what: "an answer may come as a file too, of which nothing else is said",
    before: responses({ 200: { content: { "text/plain": {} } } }),
    after: responses({ 200: { content: { "text/plain": {}, "application/octet-stream": {} } } }),
    forth: ["breaking", "response-media-type-added"],
    back: ["breaking", "response-media-type-removed", "the compiler takes it"],
  },
  {
    what: "the same may be answered as a text too",
    before: answered(object(named)),
    after: responses({ 200: { content: { ...json(object(named)), "text/csv": { schema: object(named) } } } }),
    forth: ["breaking", "response-media-type-added"],
    back: ["breaking", "response-media-type-removed", "the compiler takes it"],
  },
  {
    what: "an item of a tuple may be missing from an answer",
    only: "3.1",
    before: answered(tuple({ minItems: 1 })),
    after: answered(tuple({})),
    forth: ["breaking", "response-tuple-length-widened"],
    back: ["additive", "response-constraint-tightened"],
    says: "In responses, `value` in the answer of `putPet` for 200 may have fewer or more of the items that are described one by one: it is held to `minItems` nothing; it was `1`.",
  },
  {
    what: "a tuple in an answer may have further items",
    only: "3.1",
    before: answered(tuple({ maxItems: 1 })),
    after: answered(tuple({})),
    forth: ["breaking", "response-tuple-length-widened"],
    back: ["additive", "response-constraint-tightened"],
  },
  {
    what: "a tuple that is given may be longer",
    only: "3.1",
    before: given(tuple({ maxItems: 1 })),
    after: given(tuple({})),
    forth: ["additive", "request-tuple-length-widened"],
    back: ["breaking", "request-constraint-tightened"],
  },
];
