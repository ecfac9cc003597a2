import { isStatus, resolve, statusKey } from "@visitors-api/openapi";
import type { OpenApiObject, OperationObject, ResponseObject } from "../read/openapi-document.ts";
import { compareDocumentation, compareWholes } from "./documentation.ts";
import type { Findings } from "./findings.ts";
import { compareHeaders } from "./header-object.ts";
import { type Body, compareMediaTypes, isAlike } from "./media-type-object.ts";
import type { Named } from "./paths-object.ts";
import type { Sides } from "./sides.ts";
import { code, pairs, spotOf } from "./values.ts";

/**
 * Compares answers. Each documented status is one that a user can tell apart: by the class of the error, and by the types
 * of `responses`.
 *
 * @see https://spec.openapis.org/oas/v3.1.0#responses-object
 */
export function compareResponses(sides: Sides, findings: Findings, before: Named, after: Named): void {
  const [written, otherWritten] = [before.operation.responses ?? {}, after.operation.responses ?? {}];
  const [was, is] = [responsesOf(sides.before, written), responsesOf(sides.after, otherWritten)];
  const method = `\`${after.id}\``;
  for (const { key: status, ...response } of pairs(was, is)) {
    const subject = `the answer of ${method} for ${status}`;
    if (response.before && response.after) {
      compareResponse(sides, findings, subject, response.before, response.after);
    } else if (response.before) {
      findings.add("response-removed", { subject: method, name: status }, spotOf(written, status), undefined);
    } else if (response.after) {
      const kind =
        isSuccess(status, is) && !successes(was).some((known) => isSameBody(sides, known, response.after))
          ? "success-response-added"
          : "response-added";
      findings.add(kind, { subject: method, name: status }, undefined, spotOf(otherWritten, status));
      // Until now it was answered as what covers it says.
      const cover = isSuccess(status, is)
        ? undefined
        : (was.get(`${status.slice(0, 1)}XX`) ?? errorDefault(was));
      if (cover) compareContents(sides, findings, subject, cover, response.after);
    }
  }
}

type Responses = ReadonlyMap<string, ResponseObject>;

function responsesOf(
  document: OpenApiObject,
  responses: NonNullable<OperationObject["responses"]>,
): Responses {
  const documented = Object.entries(responses).filter(([status]) => isStatus(status));
  return new Map(documented.map(([status, response]) => [statusKey(status), resolve(document, response)]));
}

/** `default` is a success where the operation documents no other. */
function isSuccess(status: string, responses: Responses): boolean {
  return (
    status.startsWith("2") ||
    (status === "default" && ![...responses.keys()].some((key) => key.startsWith("2")))
  );
}

function successes(responses: Responses): ResponseObject[] {
  return [...responses].filter(([status]) => isSuccess(status, responses)).map(([, response]) => response);
}

function errorDefault(responses: Responses): ResponseObject | undefined {
  return isSuccess("default", responses) ? undefined : responses.get("default");
}

function isSameBody(sides: Sides, was: ResponseObject, is: ResponseObject | undefined): boolean {
  return contentPairs(was, is).every(({ before, after }) => before && after && isAlike(sides, before, after));
}

/** The media types of two responses, by name. */
function contentPairs(was: ResponseObject, is: ResponseObject | undefined) {
  const [content, otherContent] = [was.content ?? {}, is?.content ?? {}];
  return pairs(new Map(Object.entries(content)), new Map(Object.entries(otherContent)));
}

function compareResponse(
  sides: Sides,
  findings: Findings,
  subject: string,
  was: ResponseObject,
  is: ResponseObject,
): void {
  compareContents(sides, findings, subject, was, is);
  compareHeaders(sides, findings, subject, was, is);
  compareDocumentation(findings, subject, was, is, [["description", "a description"]]);
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
      const alike = Object.values(content).some((known) => isAlike(sides, known, after));
      const kind = alike ? "response-media-type-added-alike" : "response-media-type-added";
      findings.add(kind, words, { node: was, key: "content" }, spotOf(otherContent, key));
    }
  }
}
