import { isJson, type MediaType, parseMediaType } from "@visitors-api/openapi";
import type { Description } from "../description/description.ts";
import { type Choice, exampleOf } from "./documented.ts";
import { codeIn, errorBody, type KnownFacts, shapeOf } from "./error-body.ts";
import type { ErrorFacts } from "./error-dialect.ts";
import { problemDetails } from "./problem-details.ts";

/**
 * The body of an error, before it is written in its media type.
 *
 * @param choice The response that it is for.
 * @param mediaType One of that.
 * @param isExplained Whether there is something to say that an example does not.
 */
export async function errorValue(
  description: Description,
  choice: Choice,
  mediaType: MediaType,
  facts: ErrorFacts,
  isExplained: boolean,
): Promise<{ readonly value: unknown; readonly isValid: boolean }> {
  const { name, schema, kind } = mediaType;
  const example = exampleOf(mediaType, choice)?.value;
  const dialect = description.errorDialect ?? ((body: unknown) => body);
  if (example !== undefined && !isExplained) {
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
    schema === undefined
      ? [example ?? problemDetails(facts)]
      : [shapeOf(example, sample.value), sample.value];
  const texts = typeof sample.value === "string" ? [text] : [];
  for (const shape of shapes) {
    const bodies = possible.map((facts) => errorBody(shape, facts));
    const value = [...texts, dialect(bodies[0], known, false), ...bodies].find(isValid);
    if (value !== undefined) return { value, isValid: true };
  }
  return sample;
}

function textOf({ problems }: ErrorFacts, mediaType: string): string {
  const text = problems.map(({ message }) => message).join("\n");
  return isPlainText(mediaType) ? text : text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function isPlainText(mediaType: string): boolean {
  return isJson(mediaType) || parseMediaType(mediaType).subtype === "plain";
}
