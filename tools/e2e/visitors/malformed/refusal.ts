import { type Operation, responseFor } from "@visitors-api/openapi";
import { description } from "../../support/description.ts";
import { problemsOf } from "../../support/schema.ts";

/** The part of an answer that is looked at. */
export interface Answer {
  readonly status: number;
  readonly contentType: string | null | undefined;
  readonly body: string;
}

/** What refuses a request that is not as described: 400 or, where 422 is documented and 400 is not, that (RFC 9110 § 15.5.21). */
export function refusalOf({ responses }: Operation): number {
  const isDocumented = (status: string) => responses.some((response) => response.status === status);
  return isDocumented("422") && !isDocumented("400") ? 422 : 400;
}

/**
 * What is wrong with the answer to a malformed request; empty when it is a described 4xx.
 *
 * @param operation What the request is for. When it is for none, or for one that says nothing of the status, the errors
 * of any operation will do.
 */
export function problemsOfRefusal(answer: Answer, operation?: Operation): string {
  const { status, contentType, body } = answer;
  if (status < 400 || status > 499) return `the status is ${status}`;
  const contentOf = (one: Operation) => responseFor(one.responses, status)?.content ?? [];
  const own = operation === undefined ? [] : contentOf(operation);
  const contents = own.length > 0 ? own : description.operations.flatMap(contentOf);
  const schema = contents.find(({ name }) => name === contentType)?.schema;
  if (schema === undefined) return `for ${status} no ${contentType} is described`;
  try {
    return problemsOf(schema, JSON.parse(body));
  } catch {
    return `the body is not JSON: ${body.slice(0, 200)}`;
  }
}
