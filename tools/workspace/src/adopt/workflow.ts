import type { Operation as Method, Model, SecurityScheme } from "@visitors-api/codegen";
import type { Description, Operation } from "@visitors-api/openapi";
import { exampleInput } from "@visitors-api/openapi/example-request";
import type { Api } from "@visitors-api/release/api";
import { stringify } from "yaml";
import { exampleOperation } from "../example-operation.ts";

/**
 * A workflow file to start from (Arazzo 1.0.1): one call that the description has examples for, and, where it says what comes of wrong
 * credentials, the same with these. Undefined where no operation that has an id can be called so.
 */
export function workflowFile(
  description: Description,
  model: Model,
  { name, title }: Api,
): string | undefined {
  const method = exampleOperation(model);
  const operation = description.operations.find(({ pointer }) => pointer === method?.pointer);
  const success = operation?.responses.find(({ status }) => /^2\d\d$/.test(status));
  if (method === undefined || operation?.id === undefined || success === undefined) return undefined;

  const credentials = credentialsOf(method, description, model);
  const step = (stepId: string, what: string, status: string, values?: Values) => ({
    stepId,
    description: what,
    operationId: operation.id,
    ...(credentials && values && { "x-security": [{ schemeName: credentials.scheme, values }] }),
    ...requestOf(description, operation),
    successCriteria: [{ condition: `$statusCode == ${status}` }],
  });
  const first = {
    workflowId: operation.id,
    summary: operation.summary || operation.id,
    description: `Sends ${operation.method.toUpperCase()} ${operation.path} with the values of the example.`,
    ...(credentials && { inputs: { $ref: "#/components/inputs/Credentials" } }),
    steps: [step("call", "Send what the example says.", success.status, credentials?.valid)],
  };
  const refused = credentials && {
    workflowId: "unauthorized",
    summary: "Without valid credentials nothing is done",
    description: "Changes nothing.",
    inputs: { $ref: "#/components/inputs/Unauthorized" },
    steps: [step("refuse", "Send credentials that are not valid.", "401", credentials.invalid)],
  };
  const isRefused = operation.responses.some(({ status }) => status === "401");
  return stringify(
    {
      arazzo: "1.0.1",
      info: {
        title,
        version: "1.0.0",
        summary: "What a server has to answer.",
        description:
          "To start from: a call with the values of its example. Every answer is checked against openapi.yaml too.",
      },
      sourceDescriptions: [{ name, url: "openapi.yaml", type: "openapi" }],
      workflows: [first, ...(refused && isRefused ? [refused] : [])],
      ...(credentials && { components: { inputs: inputsOf(credentials, isRefused) } }),
    },
    { lineWidth: 120, aliasDuplicateObjects: false },
  );
}

/** What Redocly's extension `x-security` takes, by its names for the parts of a credential. */
type Values = Readonly<Record<string, string>>;

interface Credentials {
  readonly scheme: string;
  /** Their values are inputs, whose names are those that `npm run verify:live` reads from the environment. */
  readonly valid: Values;
  readonly invalid: Values;
}

function credentialsOf(
  { security }: Method,
  { securitySchemes }: Description,
  model: Model,
): Credentials | undefined {
  const [first] = (security ?? model.security).find((together) => together.length > 0) ?? [];
  const scheme = model.securitySchemes.find(({ name }) => name === first);
  if (scheme === undefined) return undefined;
  const inputs = inputsByPart(scheme, securitySchemes[scheme.name]?.type);
  const valuesOf = (inputFor: (input: string) => string) =>
    Object.fromEntries(Object.entries(inputs).map(([part, input]) => [part, `$inputs.${inputFor(input)}`]));
  return { scheme: scheme.name, valid: valuesOf((input) => input), invalid: valuesOf(() => "invalid_token") };
}

function inputsByPart({ kind }: SecurityScheme, type: string | undefined): Values {
  if (kind === "basic") return { username: "username", password: "token" };
  if (kind !== "bearer") return { apiKey: "token" };
  return type === "http" ? { token: "token" } : { accessToken: "token" };
}

function inputsOf({ valid }: Credentials, isRefused: boolean): object {
  const names = Object.values(valid).map((reference) => reference.replace("$inputs.", ""));
  const secret = {
    type: "string",
    format: "password",
    description: "What a call needs to be let in.",
    examples: ["dG9rOjEyMzQ1Njc4"],
  };
  const wrong = {
    type: "string",
    description: "What lets nobody in.",
    default: "this-is-not-valid",
    examples: ["this-is-not-valid"],
  };
  return {
    Credentials: {
      type: "object",
      required: names,
      properties: Object.fromEntries(names.map((name) => [name, secret])),
    },
    ...(isRefused && { Unauthorized: { type: "object", properties: { invalid_token: wrong } } }),
  };
}

/** Parameters and body of a step, with the values of the example. */
function requestOf(description: Description, operation: Operation): object {
  const { parameters, body } = exampleInput(description, operation);
  const given = parameters.map(({ parameter, value }) => ({
    name: parameter.name,
    in: parameter.in,
    value,
  }));
  return {
    ...(given.length > 0 && { parameters: given }),
    ...(body && { requestBody: { contentType: body.media.name, payload: body.value } }),
  };
}
