import { onTestFinished, vi } from "vitest";
import { type Client, type ClientOptions, createClient } from "./notes/generated/index.ts";

/** A token that is easy to find where it must not be. */
export const token = "dG9rOjEyMzQ1Njc4";

/** What each test asks for, unless it is about what it asks for. */
export const request = { id: "7f3a", name: "Shopping" };

export const note = { type: "note", ...request, labels: { stage: "draft" } };

/** The body that the API describes for all its errors. */
export function errorList(code: string, message: string) {
  return {
    request_id: "b2f1f3c5-0000-4000-8000-000000000001",
    errors: [{ code, message }],
  };
}

export function notesClient({ url }: { readonly url: string }, options: Partial<ClientOptions> = {}): Client {
  return createClient({ token, baseUrl: url, ...options });
}

/** What a promise is rejected with, which must be of that class. */
export async function rejection<Rejection>(
  promise: Promise<unknown>,
  type: new (...parameters: never[]) => Rejection,
): Promise<Rejection> {
  const error = await reasonOf(promise);
  if (error instanceof type) return error;
  throw error;
}

/** What a promise is rejected with, whatever it is. */
export function reasonOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => Promise.reject(new Error(`It was fulfilled, with ${JSON.stringify(value)}`)),
    (reason: unknown) => reason,
  );
}

/** For one test, every wait that is random is the same part of the longest that it can be: none of it by default. */
export function fixJitter(part = 0): void {
  const random = vi.spyOn(Math, "random").mockReturnValue(part);
  onTestFinished(() => random.mockRestore());
}
