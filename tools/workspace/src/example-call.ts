import { randomUUID } from "node:crypto";
import { createClient } from "@visitors-api/client";
import type { RequestExample } from "./request-example.ts";

export interface Exchange {
  request: string;
  response: string;
  milliseconds: number;
}

/** Calls the operation through the built client, and tells what went over the wire; the token is masked. */
export async function callExample(example: RequestExample, baseUrl: string): Promise<Exchange> {
  let request = "";
  let response = "";
  const client = createClient({
    token: randomUUID(), // The sandbox takes any.
    baseUrl,
    fetch: async (input: Request): Promise<Response> => {
      request = await describeRequest(input.clone());
      const answer = await fetch(input);
      response = await describeResponse(answer.clone());
      return answer;
    },
  });
  const operation: unknown = Reflect.get(client, example.operationId);
  if (typeof operation !== "function") throw new Error(`The client has no method ${example.operationId}.`);
  const started = performance.now();
  await operation.call(client, example.input);
  return { request, response, milliseconds: performance.now() - started };
}

async function describeRequest(request: Request): Promise<string> {
  return describe(`${request.method} ${request.url}`, request.headers, await request.text());
}

async function describeResponse(response: Response): Promise<string> {
  return describe(`${response.status} ${response.statusText}`, response.headers, await response.text());
}

function describe(firstLine: string, headers: Headers, body: string): string {
  const lines = [...headers].map(([name, value]) => {
    return `${name}: ${name === "authorization" ? value.replace(/ .*/, " ••••") : value}`;
  });
  return [firstLine, ...lines, "", readable(body)].join("\n").trimEnd();
}

function readable(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), undefined, 2);
  } catch {
    return body;
  }
}
