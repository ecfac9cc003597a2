import { type DescribedOperation, describedOperations, responseContent } from "../support/description.ts";
import { problemsOf } from "../support/schema.ts";

const operations = describedOperations();

/** The part of an answer that is looked at. */
export interface Answer {
  readonly status: number;
  readonly contentType: string | null | undefined;
  readonly body: string;
}

/**
 * What is wrong with the answer to a malformed request; empty when it is a described 4xx.
 *
 * @param operation What the request is for. When it is for none, or for one that says nothing of the status, the errors
 * of any operation will do.
 */
export function problemsOfRefusal(answer: Answer, operation?: DescribedOperation): string {
  const { status, contentType, body } = answer;
  if (status < 400 || status > 499) return `the status is ${status}`;
  const own = operation === undefined ? {} : responseContent(operation, status);
  const contents =
    Object.keys(own).length > 0 ? [own] : operations.map((one) => responseContent(one, status));
  const schema = contents.map((one) => one[String(contentType)]?.schema).find((one) => one !== undefined);
  if (schema === undefined) return `for ${status} no ${contentType} is described`;
  try {
    return problemsOf(schema, JSON.parse(body));
  } catch {
    return `the body is not JSON: ${body.slice(0, 200)}`;
  }
}
