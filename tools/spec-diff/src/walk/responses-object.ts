import { readType } from "@visitors-api/codegen";
import { bodyKind, isStatus, type Referenced, statusKey } from "@visitors-api/openapi";
import type { OpenApiObject, ResponseObject } from "../read/openapi-document.ts";
import { isDocumentation } from "../rules/index.ts";
import { compareDocumentation, compareWholes } from "./documentation.ts";
import { Findings } from "./findings.ts";
import { compareHeaders } from "./header-object.ts";
import { type Body, compareMediaTypes, isAlike } from "./media-type-object.ts";
import type { Named } from "./named-operation.ts";
import { target } from "./reference-object.ts";
import type { Sides } from "./sides.ts";
import { code, pairs, spotOf } from "./values.ts";

/**
 * Compares answers. Each documented status is one that a user can tell apart: by the class of the error, and by the types
 * of `responses`.
 *
 * @see https://spec.openapis.org/oas/v3.1.0#responses-object
 */
export function compareResponses(sides: Sides, findings: Findings, before: Named, after: Named): void {
  const [was, is] = [responsesOf(sides.before, before), responsesOf(sides.after, after)];
  const method = `\`${after.id}\``;
  for (const { key: status, ...response } of pairs(was, is)) {
    const words = { subject: method, name: status };
    const subject = `the answer of ${method} for ${status}`;
    const [one, other] = [response.before, response.after];
    if (one && other) compareResponse(sides, findings, subject, one, other);
    else if (one) findings.add("response-removed", words, { node: one.written }, undefined);
    else if (other) {
      const kind =
        isSuccess(status, is) &&
        !successes(was).some((known) => isSameBody(sides, known.response, other.response))
          ? "success-response-added"
          : "response-added";
      findings.add(kind, words, undefined, { node: other.written });
      // Until now it was answered as what covers it says.
      const cover = isSuccess(status, is)
        ? undefined
        : (was.get(`${status.slice(0, 1)}XX`) ?? errorDefault(was));
      if (cover) {
        const against = new Findings();
        compareContents(sides, against, subject, cover.response, other.response);
        // What it says in other words than the other answer is no change of either.
        findings.own.push(...[...against.all()].filter((finding) => !isDocumentation(finding)));
      }
    }
  }
}

interface Documented {
  /** Perhaps a reference. */
  readonly written: Referenced<ResponseObject>;
  readonly response: ResponseObject;
}

type Responses = ReadonlyMap<string, Documented>;

function responsesOf(document: OpenApiObject, { operation: { responses = {} } }: Named): Responses {
  const documented = Object.entries(responses).filter(([status]) => isStatus(status));
  return new Map(
    documented.map(([status, written]) => [
      statusKey(status),
      { written, response: target(document, written) },
    ]),
  );
}

/** `default` is a success where the operation documents no other. */
function isSuccess(status: string, responses: Responses): boolean {
  return (
    status.startsWith("2") ||
    (status === "default" && ![...responses.keys()].some((key) => key.startsWith("2")))
  );
}

function successes(responses: Responses): Documented[] {
  return [...responses].filter(([status]) => isSuccess(status, responses)).map(([, response]) => response);
}

function errorDefault(responses: Responses): Documented | undefined {
  return isSuccess("default", responses) ? undefined : responses.get("default");
}

function isSameBody(sides: Sides, was: ResponseObject, is: ResponseObject): boolean {
  return contentPairs(was, is).every(({ before, after }) => before && after && isAlike(sides, before, after));
}

/** The media types of two responses, by name. */
function contentPairs(was: ResponseObject, is: ResponseObject) {
  const [content, otherContent] = [was.content ?? {}, is.content ?? {}];
  return pairs(new Map(Object.entries(content)), new Map(Object.entries(otherContent)));
}

function compareResponse(
  sides: Sides,
  findings: Findings,
  subject: string,
  before: Documented,
  after: Documented,
): void {
  const [was, is] = [before.response, after.response];
  compareContents(sides, findings, subject, was, is);
  compareHeaders(sides, findings, subject, was, is);
  const texts = [["description", "a description"]] as const;
  compareDocumentation(sides, findings, subject, before.written, after.written, texts);
  compareWholes(findings, subject, "a link", [was.links, is.links], [sides.before, sides.after]);
}

function compareContents(
  sides: Sides,
  findings: Findings,
  subject: string,
  was: ResponseObject,
  is: ResponseObject,
): void {
  const [content, otherContent] = [was.content ?? {}, is.content ?? {}];
  for (const { key, before, after } of contentPairs(was, is)) {
    const words = { subject, name: code(key) };
    if (before && after) {
      const body: Body = { subject, mediaType: key, direction: "response" };
      compareMediaTypes(sides, findings, body, before, after);
    } else if (before) {
      findings.add("response-media-type-removed", words, spotOf(content, key), { node: is, key: "content" });
    } else if (after) {
      const alike = Object.entries(content).some(
        ([known, media]) =>
          isAlike(sides, media, after) && readType(bodyKind(known)) === readType(bodyKind(key)),
      );
      const kind = alike ? "response-media-type-added-alike" : "response-media-type-added";
      findings.add(kind, words, { node: was, key: "content" }, spotOf(otherContent, key));
    }
  }
}
