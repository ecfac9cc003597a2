import { fieldsOf, isObject } from "./json.ts";
import { type Response, readResponse } from "./response-object.ts";

/** OpenAPI 3.1 § 4.8.16: a status, a range of them such as `4XX`, or `default`. */
export function isStatus(key: string): boolean {
  return /^([1-5](\d\d|XX)|default)$/i.test(key);
}

/** The responses of an operation, in the description's order, under statuses that are written in one way. */
export function readResponses(document: object, responses: unknown): Response[] {
  return fieldsOf(responses).flatMap(([status, response]) =>
    isStatus(status) && isObject(response) ? [readResponse(document, statusKey(status), response)] : [],
  );
}

/** `4xx` is written as `4XX`. */
export function statusKey(key: string): string {
  return /^default$/i.test(key) ? "default" : key.toUpperCase();
}

/** What is documented for a status: for itself, for its range, or as `default` (OpenAPI 3.1 § 4.8.16). */
export function responseFor(responses: readonly Response[], status: number): Response | undefined {
  for (const key of [String(status), `${Math.floor(status / 100)}XX`, "default"]) {
    const response = responses.find((one) => one.status === key);
    if (response) return response;
  }
  return undefined;
}

/** The responses of success. Where no status of success is documented, `default` is one. */
export function successResponses(responses: readonly Response[]): Response[] {
  const successes = responses.filter(({ status }) => status.startsWith("2"));
  return successes.length > 0 ? successes : responses.filter(({ status }) => status === "default");
}

/** The responses that are no success: statuses from 300, and `default` beside a documented success. */
export function errorResponses(responses: readonly Response[]): Response[] {
  const hasSuccess = responses.some(({ status }) => status.startsWith("2"));
  return responses.filter(({ status }) => /^[345]/.test(status) || (hasSuccess && status === "default"));
}
