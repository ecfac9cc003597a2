import { isJson, type Response, selectMediaType } from "@visitors-api/openapi";
import { parse } from "../json/parse.ts";
import type { Reply } from "../request/incoming.ts";
import { isWithoutBody } from "../response/without-body.ts";
import { problemsFrom } from "../validation/problems.ts";
import type { Validate, Validators } from "../validation/validators.ts";

/**
 * What keeps an answer from being as documented; undefined when nothing does. Bodies that are no JSON are not looked into.
 *
 * @param documented What the description documents for its status, or undefined if nothing.
 */
export function violationOf(
  { status, headers, body }: Reply,
  documented: Response | undefined,
  validators: Validators,
): string | undefined {
  if (documented === undefined) return `the status ${status} is not documented`;
  const { content } = documented;
  if (body === undefined) {
    const isMissing = content.length > 0 && !isWithoutBody(status);
    return isMissing ? `${status} has no body, and one is documented` : undefined;
  }
  if (content.length === 0) return `${status} has a body, and none is documented`;
  const contentType = headers["content-type"];
  const mediaType = contentType === undefined ? undefined : selectMediaType(content, contentType);
  if (contentType === undefined || mediaType === undefined) {
    const names = content.map(({ name }) => name).join(", ");
    return `${status} is ${contentType ?? "of no media type"}, and documented is ${names}`;
  }
  const validate = validators.of(mediaType.schema, "response");
  const wrong = isJson(contentType) ? wrongWithJson(body, validate) : undefined;
  return wrong && `the body of ${status}: ${wrong}`;
}

function wrongWithJson(body: string, validate: Validate): string | undefined {
  let value: unknown;
  try {
    value = parse(body);
  } catch {
    return "it is not JSON";
  }
  const problems = problemsFrom(validate(value), "it");
  return problems.length > 0 ? problems.map(({ message }) => message).join("; ") : undefined;
}
