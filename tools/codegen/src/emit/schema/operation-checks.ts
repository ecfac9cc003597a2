import {
  all,
  type Check,
  call,
  checkOf,
  constant,
  type Operation as Described,
  type Description,
  errorResponses,
  type MediaType,
  type Response,
  successResponses,
} from "@visitors-api/openapi";
import { preferredMediaType } from "../../model/media-types.ts";
import type { Operation, Type } from "../../model/model.ts";
import { propertyName } from "../text.ts";

/** What an operation takes, as one check. */
export function inputCheck(
  { input }: Operation,
  { parameters, requestBody }: Described,
  description: Description,
): Check {
  const checks = new Map<string, Check>();
  const required = new Set<string>();
  for (const { in: place, name, schema, required: isRequired } of parameters) {
    const isHidden = input.hidden.some((hidden) => hidden.place === place && hidden.name === name);
    if (place === "header" || isHidden) continue;
    checks.set(name, checkOf(schema, description));
    if (isRequired) required.add(name);
  }
  const media = preferredMediaType(requestBody?.content ?? []);
  const body = input.body && media && bodyCheck(media, description);
  if (body && input.body?.grouped) {
    checks.set("body", body);
    if (input.body.required) required.add("body");
  }
  const flat = input.body?.grouped ? undefined : body;
  const flatBody = flat === undefined || input.body?.required ? flat : call("optionalBody", flat);

  const names = { value: [...required] };
  const shape = { checks: [...checks] };
  const whole = flatBody
    ? checks.size === 0
      ? flatBody
      : call("input", shape, names, flatBody)
    : all([
        call("type", { value: "object" }),
        ...(required.size > 0 ? [call("required", ...[...required].map((value) => ({ value })))] : []),
        ...(checks.size > 0 ? [call("properties", shape)] : []),
      ]);
  return input.optional ? call("optional", whole) : whole;
}

function bodyCheck({ kind, schema }: MediaType, description: Description): Check {
  return kind === "bytes" || kind === "stream" ? constant("binary") : checkOf(schema, description);
}

/** The bodies of an operation's answers. */
export interface Answers {
  readonly output: Check;
  /** Each success by its status, if there are several that differ. */
  readonly outputs: readonly Answer[];
  readonly errors: readonly Answer[];
}

export interface Answer {
  /** The status as the key of an object: `404`, `"4XX"` or `default`. */
  readonly key: string;
  readonly check: Check;
  /** The types of an error's body. */
  readonly body: readonly Type[] | undefined;
}

export function answersOf(operation: Operation, { responses }: Described, description: Description): Answers {
  const answer = (response: Response) => ({
    key: /^\d+$/.test(response.status) ? response.status : propertyName(response.status),
    isJson: response.content.some(({ kind }) => kind === "json"),
    check: either(response.content.map((media) => answerCheck(media, description))),
    body: operation.errors.find((error) => error.status === response.status)?.body,
  });
  const successes = successResponses(responses).map(answer);
  const ofJson = successes.filter(({ isJson }) => isJson);
  const isSame = new Set(ofJson.map(({ check }) => JSON.stringify(check))).size < 2;
  return {
    output: either(successes.map(({ check }) => check)),
    outputs: isSame ? [] : ofJson,
    errors: errorResponses(responses)
      .map(answer)
      .filter(({ isJson }) => isJson),
  };
}

function answerCheck({ kind, schema }: MediaType, description: Description): Check {
  if (kind === "json") return checkOf(schema, description);
  if (kind === "stream") return constant("anything");
  return kind === "text" || kind === "form" ? call("type", { value: "string" }) : constant("binary");
}

/** One check that any of them suffices for. */
function either(checks: readonly Check[]): Check {
  const different = new Map(checks.map((check) => [JSON.stringify(check), check]));
  const [only = constant("absent"), ...others] = different.values();
  return others.length === 0 ? only : call("anyOf", only, ...others);
}
