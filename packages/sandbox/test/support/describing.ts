import { createSandbox, type SandboxOptions } from "../../src/index.ts";

/** A description of one operation, with whatever it needs beside it. */
export function describing(path: string, operation: object, more: object = {}, method = "get"): object {
  return {
    openapi: "3.1.0",
    info: { title: "Things", version: "1" },
    paths: { [path]: { [method]: { responses: { "200": { description: "OK" } }, ...operation } } },
    ...more,
  };
}

/** A response or a request body of JSON. */
export const json = (mediaType: object) => ({ description: "", content: { "application/json": mediaType } });

/** Asks a sandbox for `GET /` of an operation that has these responses. */
export function answer(
  responses: object,
  headers: Record<string, string> = {},
  options: SandboxOptions = {},
): Promise<Response> {
  const sandbox = createSandbox({ description: describing("/", { responses }), ...options });
  return sandbox.fetch("http://sandbox/", { headers });
}
