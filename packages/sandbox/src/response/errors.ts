import type { Operation } from "@visitors-api/openapi";
import { isFieldValue } from "@visitors-api/openapi";
import type { Description } from "../description/description.ts";
import type { Reply } from "../request/incoming.ts";
import type { Refusal } from "../request/refusal.ts";
import { type Choice, choose, chooseShared } from "./documented.ts";
import type { ErrorFacts } from "./error-dialect.ts";
import { errorValue } from "./error-value.ts";
import { documentedHeaders } from "./headers.ts";
import { problemDetails } from "./problem-details.ts";
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
  if (choice === undefined) return problemReply(factsOf(refusal, requestId), headers);
  try {
    return await describedReply(description, choice, refusal, requestId, accept);
  } catch (error) {
    // What the description has cannot be sent.
    const problems = [{ message: error instanceof Error ? error.message : String(error) }];
    return problemReply(factsOf({ status: 500, problems }, requestId), {});
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
    const told = problems.length > 0 && { [PROBLEM_HEADER]: carriable(facts) };
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

/** In the characters that a header can have. */
function carriable({ problems }: ErrorFacts): string {
  const text = problems.map(({ message }) => message).join("; ");
  return [...text].map((character) => (isFieldValue(character) ? character : "?")).join("");
}

function problemReply(facts: ErrorFacts, headers: Readonly<Record<string, string>>): Reply {
  const body = { ...problemDetails(facts), request_id: facts.requestId };
  return replyWith(facts.status, "application/problem+json", body, headers);
}
