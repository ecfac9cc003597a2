import { randomUUID } from "node:crypto";
import { type ClientOptions, createClient } from "@visitors-api/client";
import { buildModel, type SecurityScheme } from "@visitors-api/codegen";
import { readDescription } from "@visitors-api/openapi";
import { exampleOperation } from "./example-operation.ts";

/** A call that the description itself gives as an example, as the client's method takes it. */
export interface ExampleCall {
  /** The client's method. */
  readonly method: string;
  readonly summary: string;
  readonly input: unknown;
  /** What the client's options have for each security scheme: a secret of its own, since the sandbox takes any. */
  readonly credentials: Readonly<Record<string, Credential>>;
}

type Credential = string | { readonly username: string; readonly password: string };

export interface Exchange {
  readonly request: string;
  readonly response: string;
  readonly milliseconds: number;
}

/**
 * The first operation in a bundled OpenAPI document that has examples of all that it needs, one that sends something if there
 * is one.
 *
 * @returns undefined when no operation has them
 */
export function exampleCall(document: object): ExampleCall | undefined {
  const model = buildModel(readDescription(document));
  const operation = exampleOperation(model);
  return (
    operation && {
      method: operation.name,
      summary: operation.summary || operation.name,
      input: operation.input.example ?? {},
      credentials: Object.fromEntries(
        model.securitySchemes.map((scheme) => [scheme.option, credentialFor(scheme)]),
      ),
    }
  );
}

function credentialFor({ kind }: SecurityScheme): Credential {
  return kind === "basic" ? { username: randomUUID(), password: randomUUID() } : randomUUID();
}

/** Makes a call through the built client, and tells what went over the wire, credentials masked. */
export async function makeCall(call: ExampleCall, baseUrl: string): Promise<Exchange> {
  let request = "";
  let response = "";
  const credentials: object = call.credentials;
  const options = {
    ...credentials,
    baseUrl,
    fetch: async (input: Request): Promise<Response> => {
      request = await describeRequest(input.clone());
      const answer = await fetch(input);
      response = await describeResponse(answer.clone());
      return answer;
    },
  };
  // The client is made of the description that the credentials were made for.
  const client = createClient(options as ClientOptions);
  const method: unknown = Reflect.get(client, call.method);
  if (typeof method !== "function") throw new Error(`The client has no method ${call.method}.`);
  const started = performance.now();
  await method.call(client, call.input);
  const milliseconds = performance.now() - started;
  return { request: masked(request, call), response: masked(response, call), milliseconds };
}

async function describeRequest(request: Request): Promise<string> {
  return describe(`${request.method} ${request.url}`, request.headers, await request.text());
}

async function describeResponse(response: Response): Promise<string> {
  return describe(`${response.status} ${response.statusText}`, response.headers, await response.text());
}

function describe(firstLine: string, headers: Headers, body: string): string {
  const lines = [...headers].map(([name, value]) => `${name}: ${value}`);
  return [firstLine, ...lines, "", readable(body)].join("\n").trimEnd();
}

function readable(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), undefined, 2);
  } catch {
    return body;
  }
}

/** Secrets are known by what they are, wherever a scheme puts them: in a header, a query or a cookie. */
function masked(text: string, { credentials }: ExampleCall): string {
  const secrets = Object.values(credentials).map((credential) =>
    typeof credential === "string" ? credential : btoa(`${credential.username}:${credential.password}`),
  );
  return secrets.reduce((shown, secret) => shown.replaceAll(secret, "••••"), text);
}
