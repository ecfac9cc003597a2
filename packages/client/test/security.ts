import { expect } from "vitest";
import {
  apiKeyCookie,
  apiKeyHeader,
  apiKeyQuery,
  basic,
  bearer,
  type Description,
} from "../src/runtime/index.ts";
import { otherClient } from "./other-api.ts";
import { type ReceivedRequest, reply, serve } from "./server.ts";

export const schemes = {
  inHeader: apiKeyHeader("headerKey", "X-Api-Key"),
  inQuery: apiKeyQuery("queryKey", "api key"),
  inCookie: apiKeyCookie("cookieKey", "session"),
  inBasic: basic("login"),
  inBearer: bearer("token"),
};
export const key = "c2Vj cmV0&=/";
export const get = { method: "GET", path: "/things" };

/** The only request of a call that needs this security, made with these options. */
export async function requestOf(security: Description["security"], options: object, input: object = {}) {
  const server = await serve(reply(200, {}));
  const client = otherClient(server, { get: { ...get, security } }, { ...options, description: { schemes } });
  await client.get(input);
  expect(server.requests).toHaveLength(1);
  // Just counted.
  return server.requests[0] as ReceivedRequest;
}
