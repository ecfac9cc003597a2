import { type Patch, parameters } from "../support/pets.ts";
import type { Case } from "./case.ts";

const text = { type: "string" };
/** Long after any run of these tests. */
const day = { deprecated: true, "x-sunset": "9999-01-01" };
const sooner = { deprecated: true, "x-sunset": "9998-01-01" };

const endpoint = (patch: Patch): Patch => ({
  paths: { "/cats": { get: { operationId: "getCats", responses: { 204: { description: "" } }, ...patch } } },
});
const parameter = (patch: Patch): Patch => parameters({ name: "q", in: "query", schema: text, ...patch });
const gone = (patch: Patch): Case => [endpoint(patch), {}];

/** What oasdiff's checks of the life of an operation or a parameter are about, by their names. */
export const lifecycleCases: Readonly<Record<string, Case>> = {
  "endpoint-added": [{}, endpoint({})],
  "endpoint-deprecated": [endpoint({}), endpoint({ deprecated: true })],
  "endpoint-deprecated-with-sunset": [endpoint({}), endpoint(day)],
  "endpoint-reactivated": [endpoint({ deprecated: true }), endpoint({})],
  "api-path-removed-without-deprecation": gone({}),
  "api-removed-without-deprecation": gone({}),
  "api-path-removed-with-deprecation": gone({ deprecated: true }),
  "api-removed-with-deprecation": gone({ deprecated: true }),
  "api-path-removed-before-sunset": gone(day),
  "api-removed-before-sunset": gone(day),
  "sunset-deleted": [endpoint(day), endpoint({ deprecated: true })],
  "api-sunset-date-changed-too-small": [endpoint(day), endpoint(sooner)],
  "request-parameter-removed": [parameter({}), {}],
  "request-parameter-removed-with-deprecation": [parameter({ deprecated: true }), {}],
  "request-parameter-removed-before-sunset": [parameter(day), {}],
  "request-parameter-deprecated": [parameter({}), parameter({ deprecated: true })],
  "request-parameter-reactivated": [parameter({ deprecated: true }), parameter({})],
  "request-parameter-sunset-deleted": [parameter(day), parameter({ deprecated: true })],
  "request-parameter-sunset-date-changed-too-small": [parameter(day), parameter(sooner)],
};
