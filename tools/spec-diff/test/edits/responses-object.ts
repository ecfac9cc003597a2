import type { Edit } from "../support/edit.ts";
import { answered, json, merge, responses } from "../support/pets.ts";

const problem = { type: "object", required: ["message"], properties: { message: { type: "string" } } };
const notFound = { 404: { description: "No such pet", content: json(problem) } };
const shared = { $ref: "#/components/responses/Pet" };
const anyError = { default: { description: "An error", content: json(problem) } };
const exemplified = {
  default: {
    description: "An error",
    content: { "application/json": { schema: problem, example: { message: "No" } } },
  },
};
const problemInOtherWords = { ...problem, description: "Too many", title: "Busy" };
const header = (patch: object) =>
  responses({ 200: { headers: { "X-Left": { schema: { type: "integer" }, ...patch } } } });

/** What is answered. */
export const responseEdits: readonly Edit[] = [
  {
    what: "an error is documented",
    before: answered(),
    after: merge(answered(), responses(notFound)),
    forth: ["additive", "response-added"],
    back: ["breaking", "response-removed"],
  },
  {
    what: "an error is documented that was covered by a default of another body",
    before: merge(answered(), responses(anyError)),
    after: merge(answered(), responses({ ...anyError, 409: { content: json({ type: "string" }) } })),
    forth: ["breaking", "response-added type-changed"],
    back: ["breaking", "response-removed"],
  },
  {
    what: "an error is documented that was covered by a default of the same body",
    before: merge(answered(), responses(anyError)),
    after: merge(answered(), responses({ ...anyError, ...notFound })),
    forth: ["additive", "response-added"],
    back: ["breaking", "response-removed", "the compiler takes it"],
  },
  {
    what: "an error is documented that was covered by a default with an example, and in other words",
    before: merge(answered(), responses(exemplified)),
    after: merge(answered(), responses({ ...exemplified, 429: { content: json(problemInOtherWords) } })),
    forth: ["additive", "response-added"],
    back: ["breaking", "response-removed", "the compiler takes it"],
  },
  {
    what: "a property of an error is no longer there",
    before: merge(answered(), responses(notFound)),
    after: merge(
      answered(),
      responses({ 404: { description: "No such pet", content: json({ type: "object", properties: {} }) } }),
    ),
    forth: ["breaking", "property-removed"],
    back: ["additive", "response-required-property-added"],
  },
  {
    what: "a call may succeed in another way, with the same body",
    before: answered(),
    after: merge(answered(), responses({ 201: { description: "A new pet", content: json() } })),
    forth: ["additive", "response-added"],
    back: ["breaking", "response-removed", "the compiler takes it"],
  },
  {
    what: "a call may succeed in another way, with another body",
    before: answered(),
    after: merge(answered(), responses({ 202: { description: "Later", content: json({ type: "string" }) } })),
    forth: ["breaking", "success-response-added"],
    back: ["breaking", "response-removed", "the compiler takes it"],
  },
  {
    what: "a body is answered where there was none",
    before: {},
    after: answered(),
    forth: ["breaking", "response-media-type-added"],
    back: ["breaking", "response-media-type-removed"],
  },
  {
    what: "a body may be answered as text too",
    before: answered(),
    after: responses({ 200: { content: { ...json(), "text/plain": { schema: { type: "string" } } } } }),
    forth: ["breaking", "response-media-type-added"],
    back: ["breaking", "response-media-type-removed", "the compiler takes it"],
  },
  {
    what: "the same body may be answered as another media type",
    before: answered(),
    after: responses({ 200: { content: { ...json(), "application/hal+json": json()["application/json"] } } }),
    forth: ["additive", "response-media-type-added-alike"],
    back: ["breaking", "response-media-type-removed", "the compiler takes it"],
  },
  {
    what: "a header may be answered",
    before: {},
    after: header({}),
    forth: ["additive", "response-header-added"],
    back: ["breaking", "response-header-removed", "the compiler takes it"],
  },
  {
    what: "a header is always answered",
    before: header({}),
    after: header({ required: true }),
    forth: ["additive", "response-header-required"],
    back: ["breaking", "response-header-optional", "the compiler takes it"],
  },
  {
    what: "an answer comes as a stream of events",
    before: responses({ 200: { content: { "text/plain": {} } } }),
    after: responses({ 200: { content: { "text/event-stream": {} } } }),
    forth: ["breaking", "response-media-type-added response-media-type-removed"],
    back: ["breaking", "response-media-type-added response-media-type-removed"],
  },
  {
    what: "a range of statuses is written otherwise",
    before: merge(answered(), responses({ "4XX": notFound[404] })),
    after: merge(answered(), responses({ "4xx": notFound[404] })),
    forth: [undefined, ""],
    back: [undefined, ""],
  },
  {
    what: "an answer is explained beside what it refers to",
    before: merge(
      { components: { responses: { Pet: { description: "A pet" } } } },
      responses({ 200: shared }),
    ),
    after: merge(
      { components: { responses: { Pet: { description: "A pet" } } } },
      responses({ 200: { ...shared, description: "The pet as it is now" } }),
    ),
    forth: ["documentation", "documentation-changed"],
    back: ["documentation", "documentation-changed"],
    only: "3.1",
  },
  {
    what: "an answer is explained",
    before: {},
    after: responses({ 200: { description: "The pet as it is now" } }),
    forth: ["documentation", "documentation-changed"],
    back: ["documentation", "documentation-changed"],
  },
];
