import { isJson, type MediaType, type Operation, parseMediaType } from "@visitors-api/openapi";
import type { Description } from "../description/description.ts";
import { isFieldValue } from "../http/fields.ts";
import type { Reply } from "../request/incoming.ts";
import type { Refusal } from "../request/refusal.ts";
import { type Choice, choose, chooseShared, exampleOf } from "./documented.ts";
import { codeIn, errorBody, type KnownFacts, shapeOf } from "./error-body.ts";
import type { ErrorFacts } from "./error-dialect.ts";
import { documentedHeaders } from "./headers.ts";
import { acceptedMediaType, emptyReply, replyWith, writtenReply } from "./reply.ts";
import { codeNamedAfter, reasonPhrase } from "./statuses.ts";

/** Says what is wrong where an error is documented to have no body that could. */
const PROBLEM_HEADER = "x-sandbox-problem";

/** How an error is answered. */
export interface ErrorOptions {
  /** What the client takes. */
  readonly accept?: string | undefined;
  /** The response that the client asked for. */
  readonly chosen?: Choice | undefined;
}

/**
 * Answers an error as the description says: with the example that the operation documents for the status or, where there is
 * something to say that no example can, in the documented shape. Where the operation documents nothing for the status, a response
 * that the description shares stands in, and where there is none, RFC 9457 says how an error looks.
 */
export async function errorReply(
  description: Description,
  operation: Operation | undefined,
  refusal: Pick<Refusal, "status" | "problems" | "headers">,
  requestId: string,
  { accept, chosen }: ErrorOptions = {},
): Promise<Reply> {
  const { status, headers } = refusal;
  const choice = chosen ?? (operation && choose(operation, status)) ?? chooseShared(description, status);
  if (choice === undefined) return problemDetails(factsOf(refusal, requestId), headers);
  try {
    return await describedReply(description, choice, refusal, requestId, accept);
  } catch (error) {
    // What the description has cannot be sent.
    const problems = [{ message: error instanceof Error ? error.message : String(error) }];
    return problemDetails(factsOf({ status: 500, problems }, requestId), {});
  }
}

async function describedReply(
  description: Description,
  choice: Choice,
  refusal: Pick<Refusal, "status" | "problems" | "headers">,
  requestId: string,
  accept: string | undefined,
): Promise<Reply> {
  const { status, problems, headers } = refusal;
  const facts = factsOf(refusal, requestId);
  const mediaType = acceptedMediaType(choice, accept);
  const documented = await documentedHeaders(description, choice.response);
  if (mediaType === undefined) {
    const told = problems.length > 0 && { [PROBLEM_HEADER]: carriable(factsOf(refusal, requestId)) };
    return emptyReply(status, { ...documented, ...told, ...headers });
  }
  const { value, isValid } = await errorValue(description, choice, mediaType, facts, problems.length > 0);
  const described = { ...documented, ...headers };
  return writtenReply(description, status, described, mediaType, accept, value, isValid);
}

function factsOf({ status, problems }: Pick<Refusal, "status" | "problems">, requestId: string): ErrorFacts {
  return {
    status,
    problems: problems.length > 0 ? problems : [{ message: reasonPhrase(status) }],
    code: codeNamedAfter(status),
    requestId,
  };
}

/** @param isTelling Whether there is something to say that an example does not. */
async function errorValue(
  description: Description,
  choice: Choice,
  mediaType: MediaType,
  facts: ErrorFacts,
  isTelling: boolean,
): Promise<{ readonly value: unknown; readonly isValid: boolean }> {
  const { name, schema, kind } = mediaType;
  const example = exampleOf(mediaType, choice)?.value;
  const dialect = description.errorDialect ?? ((body: unknown) => body);
  if (example !== undefined && !isTelling) {
    return { value: dialect(errorBody(example, { requestId: facts.requestId }), facts, true), isValid: true };
  }
  // A page has more to it than what is wrong, and only an example of it says what.
  const text = kind === "text" && example !== undefined && !isPlainText(name) ? example : textOf(facts, name);
  if (kind === "text" && schema === undefined) return { value: text, isValid: true };

  const validate = description.validators.of(schema, "response");
  const isValid = (value: unknown) => validate(value).length === 0;
  const sample = await description.samples.of(schema, "response");
  const known = { ...facts, code: codeIn(example) ?? facts.code };
  // Whatever the schema has no room for, such as a code that is none of an enum, stays as the description has it.
  const { status, problems, requestId } = facts;
  const possible: KnownFacts[] = [
    known,
    { status, problems, requestId },
    { ...known, problems: undefined },
    { requestId },
  ];
  const shapes =
    schema === undefined ? [example ?? problemOf(facts)] : [shapeOf(example, sample.value), sample.value];
  const texts = typeof sample.value === "string" ? [text] : [];
  for (const shape of shapes) {
    const bodies = possible.map((facts) => errorBody(shape, facts));
    const value = [...texts, dialect(bodies[0], known, false), ...bodies].find(isValid);
    if (value !== undefined) return { value, isValid: true };
  }
  return sample;
}

/** In the characters that a header can have. */
function carriable({ problems }: ErrorFacts): string {
  const text = problems.map(({ message }) => message).join("; ");
  return [...text].map((character) => (isFieldValue(character) ? character : "?")).join("");
}

function textOf({ problems }: ErrorFacts, mediaType: string): string {
  const text = problems.map(({ message }) => message).join("\n");
  return isPlainText(mediaType) ? text : text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function isPlainText(mediaType: string): boolean {
  return isJson(mediaType) || parseMediaType(mediaType).subtype === "plain";
}

/** RFC 9457 § 3. Of several problems, each is an extension member, as in its example. */
function problemOf({ status, problems }: ErrorFacts): object {
  return {
    title: reasonPhrase(status),
    status,
    detail: problems.map(({ message }) => message).join("; "),
    errors: problems.map(({ message, field }) => ({ message, ...(field !== undefined && { field }) })),
  };
}

function problemDetails(facts: ErrorFacts, headers: Readonly<Record<string, string>>): Reply {
  const body = { ...problemOf(facts), request_id: facts.requestId };
  return replyWith(facts.status, "application/problem+json", body, headers);
}
