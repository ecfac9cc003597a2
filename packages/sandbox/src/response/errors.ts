import type { Operation } from "@visitors-api/openapi";
import type { Description } from "../description/description.ts";
import type { Reply } from "../request/incoming.ts";
import type { Refusal } from "../request/refusal.ts";
import { type Choice, choose, chooseShared, preferredMediaType } from "./documented.ts";
import { codeOf, documentedErrorList, errorListOf, isErrorList } from "./error-list.ts";
import { documentedReply, replyWith } from "./reply.ts";
import { reasonPhrase } from "./statuses.ts";

/**
 * Answers an error as the description says: with the example that the operation documents for the status, or
 * with an error list that names the problems where the documented schema takes one. Where the operation
 * documents nothing for the status, a response that the description shares stands in.
 *
 * @param chosen The response and the example to answer with, when the client has chosen.
 */
export function errorReply(
  description: Description,
  operation: Operation | undefined,
  { status, problems, headers }: Pick<Refusal, "status" | "problems" | "headers">,
  requestId: string,
  chosen: Choice | undefined = (operation && choose(operation, status)) ?? chooseShared(description, status),
): Reply {
  const described = chosen && preferredMediaType(chosen.response.content);
  const mediaType = described?.name ?? "application/json";
  const example = chosen?.example?.value;

  if (problems.length === 0 && isErrorList(example)) {
    return replyWith(status, mediaType, documentedErrorList(example, requestId), headers);
  }
  const list = errorListOf(
    problems.length > 0 ? problems : [{ message: reasonPhrase(status) }],
    (isErrorList(example) ? codeOf(example) : undefined) ??
      reasonPhrase(status).toLowerCase().replaceAll(" ", "_"),
    requestId,
  );
  const isOfThisShape =
    example === undefined
      ? description.validators.of(described?.schema, "response")(list).length === 0
      : isErrorList(example);
  if (chosen === undefined || described === undefined || isOfThisShape) {
    return replyWith(status, mediaType, list, headers);
  }
  // The description has errors of another shape, which only its own words can fill.
  const reply = documentedReply(description, chosen);
  return { ...reply, headers: { ...reply.headers, ...headers } };
}
