import type { OpenApiObject, RequestBodyObject } from "../read/openapi-document.ts";
import { compareDocumentation } from "./documentation.ts";
import type { Findings } from "./findings.ts";
import { type Body, compareMediaTypes, isAlike } from "./media-type-object.ts";
import type { Named } from "./named-operation.ts";
import { target } from "./reference-object.ts";
import type { Sides } from "./sides.ts";
import { code, pairs, spotOf } from "./values.ts";

/** @see https://spec.openapis.org/oas/v3.1.0#request-body-object */
export function compareRequestBodies(sides: Sides, findings: Findings, before: Named, after: Named): void {
  const method = `\`${after.id}\``;
  const [was, is] = [bodyOf(sides.before, before), bodyOf(sides.after, after)];
  if (is && !was) {
    const kind = is.required ? "required-request-body-added" : "request-body-added";
    findings.add(kind, { subject: method }, undefined, spotOf(after.operation, "requestBody"));
  }
  if (was && !is) {
    findings.add(
      "request-body-removed",
      { subject: method },
      spotOf(before.operation, "requestBody"),
      undefined,
    );
  }
  if (!was || !is) return;

  const spots = (key: string) =>
    [
      { node: was, key },
      { node: is, key },
    ] as const;
  if ((was.required === true) !== (is.required === true)) {
    const kind = is.required ? "request-body-required" : "request-body-optional";
    findings.add(kind, { subject: method }, ...spots("required"));
  }
  const subject = `the body that ${method} takes`;
  const bodies = [before.operation.requestBody, after.operation.requestBody] as const;
  compareDocumentation(sides, findings, subject, ...bodies, [["description", "a description"]]);

  const [content, otherContent] = [was.content ?? {}, is.content ?? {}];
  const all = pairs(new Map(Object.entries(content)), new Map(Object.entries(otherContent)));
  for (const { key, ...media } of all) {
    const name = code(key);
    if (media.before && media.after) {
      const body: Body = { subject, mediaType: key, direction: "request" };
      compareMediaTypes(sides, findings, body, media.before, media.after);
    } else if (media.after) {
      findings.add(
        "request-media-type-added",
        { subject: method, name },
        { node: was, key: "content" },
        spotOf(otherContent, key),
      );
    } else {
      findings.add("request-media-type-removed", { subject: method, name }, spotOf(content, key), {
        node: is,
        key: "content",
      });
    }
  }
  const [sent, otherSent] = [before, after].map(({ model }) => model.input.body?.mediaType);
  const [media, otherMedia] = [content[sent ?? ""], otherContent[otherSent ?? ""]];
  if (sent === undefined || otherSent === undefined || sent === otherSent || content[otherSent]) return;
  if (!media || !otherMedia || !otherContent[sent] || isAlike(sides, media, otherMedia)) return;
  findings.add(
    "request-media-type-preferred",
    { subject: method, was: code(sent), is: code(otherSent) },
    ...spots("content"),
  );
}

function bodyOf(
  document: OpenApiObject,
  { operation: { requestBody } }: Named,
): RequestBodyObject | undefined {
  return requestBody && target(document, requestBody);
}
