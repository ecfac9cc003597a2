import type { Client, ClientOptions } from "@visitors-api/client";
import type { Context } from "./check.ts";
import type { Answer, ScriptedApi } from "./scripted.ts";

/** A token that is easy to find where it must not be. */
export const token = "dG9rOjEyMzQ1Njc4";

/** What each check asks for, unless it is about what it asks for. */
export const request = { id: "660e73c36abd01bd27af623d", name: "Gareth Bale" };

export const visitor = { type: "visitor", ...request, custom_attributes: { stage: "invited" } };

export const success: Answer = { body: visitor };

/** The body that the API describes for all its errors. */
export function errorList(code: string, message: string) {
  return {
    type: "error.list",
    request_id: "b2f1f3c5-0000-4000-8000-000000000001",
    errors: [{ code, message }],
  };
}

export function visitorsClient(
  { client }: Context,
  { baseUrl }: Pick<ScriptedApi, "baseUrl">,
  options: Partial<ClientOptions> = {},
): Client {
  return client.createClient({ token, baseUrl, ...options });
}
