import { expect } from "vitest";
import { createSandbox, type SandboxOptions } from "../../src/index.ts";
import { describing } from "./describing.ts";

export interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: BodyInit;
  readonly options?: SandboxOptions;
}

/** The status, the media type and the body of an answer. */
export type Answered = [status: number, type?: string | null, body?: string];

/** Asks a sandbox that has this description. */
export async function ask(
  description: object,
  { method, path = "/things", headers, body, options }: Asked = {},
): Promise<Response> {
  const { fetch } = createSandbox({ description, ...options });
  return fetch(`http://sandbox${path}`, {
    method: method ?? (body === undefined ? "GET" : "POST"),
    ...(headers && { headers }),
    ...(body !== undefined && { body }),
  });
}

export async function expectAnswer(
  pending: Promise<Response>,
  [status, type, body]: Answered,
): Promise<void> {
  const response = await pending;
  expect(response.status).toBe(status);
  if (type !== undefined) expect(response.headers.get("content-type")).toBe(type);
  if (body !== undefined) expect(await response.text()).toBe(body);
}

export const JSON_TYPE = "application/json";
export const PROBLEM = "application/problem+json";

/** A response without a body. */
export const empty = { description: "" };

/** A response of text. */
export const plain = (example: string) => ({ description: "", content: { "text/plain": { example } } });

/** Responses of which the only one is a success. */
export const ok = (content: object) => ({ "200": { description: "", content } });

/** A description of `GET /things`. */
export const things = (responses: object, more: object = {}, operation: object = {}) =>
  describing("/things", { responses, ...operation }, more);
