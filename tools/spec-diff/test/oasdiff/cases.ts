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
  requestBody,
  responses,
} from "../support/pets.ts";
import type { Case } from "./case.ts";
import { lifecycleCases } from "./lifecycle-cases.ts";
import { pets, schemaCases } from "./schema-cases.ts";
import { securityCases } from "./security-cases.ts";

const text = { type: "string" };
const whole = { type: "integer" };
const problem = { description: "An error", content: json({ type: "object", properties: { message: text } }) };

const inQuery = (patch: Patch): Patch => parameters({ name: "q", in: "query", ...patch });
const inHeader = (schema: unknown): Patch => parameters({ name: "X-Q", in: "header", content: json(schema) });
const answeredHeader = (patch: Patch): Patch => responses({ 200: { headers: { "X-Left": patch } } });

/** Where a schema stands, by the beginnings of the names of checks. */
const places: Readonly<Record<string, (schema: Patch) => Patch>> = {
  "request-body": given,
  "request-property": (schema) => given(holding(schema)),
  "request-parameter": (schema) => inQuery({ schema }),
  "request-parameter-property": (schema) => inQuery({ style: "deepObject", schema: holding(schema) }),
  "request-header-property": (schema) => inHeader(holding(schema)),
  "request-read-only-property": (schema) => given(holding({ ...schema, readOnly: true })),
  "response-body": answered,
  "response-property": (schema) => answered(holding(schema)),
  "response-write-only-property": (schema) => answered(holding({ ...schema, writeOnly: true })),
  "response-header": (schema) => answeredHeader({ schema }),
  "response-mediatype": answered,
};

function schemaCase(check: string): Case | undefined {
  for (const [place, put] of Object.entries(places)) {
    const found = check.startsWith(`${place}-`) ? schemaCases[check.slice(place.length + 1)] : undefined;
    if (!found) continue;
    const [before, after] = found.map((schema) => merge(put(schema), components(pets)));
    if (before && after) return [before, after];
  }
  return undefined;
}

/** A property that is there, with others beside it, as `put` has it. */
const property = (put: (schema: Patch) => Patch, schema: Patch | undefined, isRequired = false): Patch =>
  put({
    type: "object",
    properties: { kept: text, ...(schema && { value: schema }) },
    ...(isRequired && { required: ["value"] }),
  });

const turn = ([before, after]: Case): Case => [after, before];

const pathParameter: Case = [
  {},
  { paths: { "/pets/{id}": { parameters: [{ name: "q", in: "query", required: true, schema: text }] } } },
];
/** A property of which one direction has nothing any more, or has it from now on. */
function visibilityCase(check: string): Case | undefined {
  const [, direction, necessity, not, kind] =
    /^(request|response)-(required|optional)-property-became-(not-)?(read|write)-only$/.exec(check) ?? [];
  if (direction === undefined) return undefined;
  const put = direction === "request" ? given : answered;
  const [plain, marked] = [text, { ...text, [`${kind}Only`]: true }].map((schema) =>
    property(put, schema, necessity === "required"),
  );
  if (!plain || !marked) return undefined;
  return not === undefined ? [plain, marked] : [marked, plain];
}

const added = (put: (schema: Patch) => Patch, schema: Patch, isRequired: boolean): Case => [
  property(put, undefined),
  property(put, schema, isRequired),
];
const writeOnly = { ...text, writeOnly: true };
const withDefault = { ...text, default: "a" };
const webhook: Case = [
  {},
  { webhooks: { born: { post: { responses: { 200: { description: "Heard" } } } } } },
];
const unnamed = operation({ operationId: null });

const others: Readonly<Record<string, Case>> = {
  "api-operation-id-added": [unnamed, {}],
  "api-operation-id-removed": [{}, unnamed],
  "api-tag-added": [{}, operation({ tags: ["pets"] })],
  "api-tag-removed": [operation({ tags: ["pets"] }), {}],
  "api-schema-removed": [components({ Unused: text }), {}],
  "webhook-added": webhook,
  "webhook-removed": turn(webhook),

  ...lifecycleCases,
  ...securityCases,

  "new-optional-request-parameter": [{}, inQuery({ schema: text })],
  "new-required-request-parameter": [{}, inQuery({ required: true, schema: text })],
  "new-request-path-parameter": [
    {},
    {
      paths: {
        "/pets/{id}": null,
        "/pets/{id}/{part}": {
          put: {
            operationId: "putPet",
            parameters: ["id", "part"].map((name) => ({ name, in: "path", required: true, schema: text })),
            responses: { 200: { description: "The pet" } },
          },
        },
      },
    },
  ],
  "new-required-request-default-parameter-to-existing-path": pathParameter,
  "new-optional-request-default-parameter-to-existing-path": [
    {},
    { paths: { "/pets/{id}": { parameters: [{ name: "q", in: "query", schema: text }] } } },
  ],
  "new-required-request-header-property": [property(inHeader, undefined), property(inHeader, text, true)],
  "request-header-property-became-required": [property(inHeader, text), property(inHeader, text, true)],
  "request-parameter-became-required": [inQuery({ schema: text }), inQuery({ schema: text, required: true })],
  "request-parameter-became-optional": [inQuery({ schema: text, required: true }), inQuery({ schema: text })],

  "request-body-added-optional": [{}, requestBody({ content: json() })],
  "request-body-added-required": [{}, given()],
  "request-body-removed": [given(), {}],
  "request-body-became-required": [requestBody({ content: json() }), given()],
  "request-body-became-optional": [given(), requestBody({ content: json() })],
  "request-body-media-type-added": [given(), merge(given(), requestBody({ content: { "text/plain": {} } }))],
  "request-body-media-type-removed": [
    merge(given(), requestBody({ content: { "text/plain": {} } })),
    given(),
  ],
  "request-body-media-type-schema-added": [
    requestBody({ required: true, content: { "application/json": {} } }),
    given(),
  ],
  "request-body-media-type-schema-removed": [
    given(),
    requestBody({ required: true, content: { "application/json": {} } }),
  ],
  // A text takes what was sent as a number: in a body of JSON it does not.
  "request-body-type-compatible": [given(whole), given(text)],
  "request-property-type-compatible": [given(holding(whole)), given(holding(text))],
  "response-body-type-compatible": [answered(text), answered(whole)],
  "response-property-type-compatible": [answered(holding(text)), answered(holding(whole))],
  "response-header-type-compatible": [answeredHeader({ schema: text }), answeredHeader({ schema: whole })],

  "new-optional-request-property": added(given, text, false),
  "new-required-request-property": added(given, text, true),
  "new-required-request-property-with-default": added(given, withDefault, true),
  "request-property-removed": turn(added(given, text, false)),
  "request-property-became-required": [property(given, text), property(given, text, true)],
  "request-property-became-required-with-default": [
    property(given, withDefault),
    property(given, withDefault, true),
  ],
  "request-property-became-optional": [property(given, text, true), property(given, text)],
  "response-optional-property-added": added(answered, text, false),
  "response-optional-property-removed": turn(added(answered, text, false)),
  "response-required-property-added": added(answered, text, true),
  "response-required-property-removed": turn(added(answered, text, true)),
  "response-optional-write-only-property-added": added(answered, writeOnly, false),
  "response-optional-write-only-property-removed": turn(added(answered, writeOnly, false)),
  "response-required-write-only-property-added": added(answered, writeOnly, true),
  "response-required-write-only-property-removed": turn(added(answered, writeOnly, true)),
  "response-property-became-required": [property(answered, text), property(answered, text, true)],
  "response-property-became-optional": [property(answered, text, true), property(answered, text)],
  "response-write-only-property-became-required": [
    property(answered, writeOnly),
    property(answered, writeOnly, true),
  ],
  "response-write-only-property-became-optional": [
    property(answered, writeOnly, true),
    property(answered, writeOnly),
  ],

  "response-header-added": [{}, answeredHeader({ schema: text })],
  "required-response-header-removed": [answeredHeader({ required: true, schema: text }), {}],
  "optional-response-header-removed": [answeredHeader({ schema: text }), {}],
  "response-header-became-optional": [
    answeredHeader({ required: true, schema: text }),
    answeredHeader({ schema: text }),
  ],
  "response-media-type-added": [
    answered(),
    merge(answered(), responses({ 200: { content: { "text/plain": {} } } })),
  ],
  "response-media-type-removed": [
    merge(answered(), responses({ 200: { content: { "text/plain": {} } } })),
    answered(),
  ],
  "response-media-type-name-changed": [
    responses({ 200: { content: { "application/vnd.a+json": {} } } }),
    responses({ 200: { content: { "application/vnd.b+json": {} } } }),
  ],
  "response-media-type-name-generalized": [
    responses({ 200: { content: { "application/problem+json": {} } } }),
    responses({ 200: { content: { "application/json": {} } } }),
  ],
  "response-media-type-name-specialized": [
    responses({ 200: { content: { "application/json": {} } } }),
    responses({ 200: { content: { "application/problem+json": {} } } }),
  ],
  "response-body-media-type-schema-added": [
    responses({ 200: { content: { "application/json": {} } } }),
    answered(),
  ],
  "response-body-media-type-schema-removed": [
    answered(),
    responses({ 200: { content: { "application/json": {} } } }),
  ],
  "response-success-status-added": [
    answered(),
    merge(answered(), responses({ 202: { description: "Later" } })),
  ],
  "response-success-status-removed": [
    merge(answered(), responses({ 202: { description: "Later" } })),
    answered(),
  ],
  "response-non-success-status-added": [answered(), merge(answered(), responses({ 404: problem }))],
  "response-non-success-status-removed": [merge(answered(), responses({ 404: problem })), answered()],
};

/** The case of a check; undefined for what is about the policy of a company, and about no call. */
export function caseOf(check: string): Case | undefined {
  return others[check] ?? visibilityCase(check) ?? schemaCase(check);
}
