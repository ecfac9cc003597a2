import { readFileSync } from "node:fs";
import { buildModel } from "@visitors-api/codegen";
import { readDescription } from "@visitors-api/openapi";
import { exampleRequest } from "@visitors-api/openapi/example-request";
import document from "@visitors-api/spec" with { type: "json" };
import type { Api } from "../../src/api.ts";
import { exampleToolCall } from "./tool-call.ts";

/** What the build has made of this repository's description. */
export const builtApi: Api = JSON.parse(
  readFileSync(new URL("../../dist/api.json", import.meta.url), "utf8"),
);

/** The variables that hold a credential of this API, of which a user name and a password take two, and its base URL. */
export const variables = {
  credential: builtApi.credentials[0]?.variables ?? [],
  baseUrl: builtApi.baseUrlVariable,
};

/** An environment in which this API is at a URL, and lets in whoever has this secret. */
export function environmentOf(baseUrl: string, secret: string): Record<string, string> {
  const credential = variables.credential.map((name) => [name, secret]);
  return { ...Object.fromEntries(credential), [variables.baseUrl]: baseUrl };
}

const description = readDescription(document);
// One with a body has most to give.
const index = Math.max(
  description.operations.findIndex(({ requestBody }) => requestBody !== undefined),
  0,
);
const [operation, described] = [builtApi.operations[index], description.operations[index]];
if (operation === undefined || described === undefined) throw new Error("The description has no operation");

/** An operation of this repository's description that takes a body. */
export const ownOperation = operation;
const ownDescribed = described;

/** The arguments that its example makes. */
export const ownArguments = exampleToolCall(
  description,
  buildModel(description),
  described,
  operation,
).arguments;

/** The header fields in which that operation is sent a secret. */
export function headersWith(secret: string): Record<string, string> {
  const { headers } = exampleRequest(description, ownDescribed, { secret });
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value.includes(secret)));
}
