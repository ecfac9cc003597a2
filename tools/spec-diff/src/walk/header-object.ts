import type { Referenced } from "@visitors-api/openapi";
import type { HeaderObject, ResponseObject } from "../read/openapi-document.ts";
import { compareDeprecation, compareDocumentation, compareExamples } from "./documentation.ts";
import type { Findings } from "./findings.ts";
import { schemaOf } from "./parameter-object.ts";
import { target } from "./reference-object.ts";
import type { Sides } from "./sides.ts";
import { code, pairs } from "./values.ts";

/**
 * Compares the headers of an answer.
 *
 * @see https://spec.openapis.org/oas/v3.1.0#header-object: it is a parameter object without name and place.
 */
export function compareHeaders(
  { before, after, schemas }: Sides,
  findings: Findings,
  answer: string,
  was: ResponseObject,
  is: ResponseObject,
): void {
  for (const { key, ...header } of pairs(headersOf(was), headersOf(is))) {
    const words = { subject: answer, name: code(key) };
    const [node, other] = [
      header.before && target(before, header.before),
      header.after && target(after, header.after),
    ];
    if (!node || !other) {
      if (other) findings.add("response-header-added", words, undefined, { node: other });
      if (node) findings.add("response-header-removed", words, { node }, undefined);
      continue;
    }
    if ((node.required === true) !== (other.required === true)) {
      findings.add(
        other.required ? "response-header-required" : "response-header-optional",
        words,
        { node, key: "required" },
        { node: other, key: "required" },
      );
    }
    const subject = `the header ${code(key)} of ${answer}`;
    findings.parts.push(
      schemas.compare(schemaOf(node), schemaOf(other), "response", { root: subject, path: "" }),
    );
    compareDeprecation(findings, subject, node, other);
    const texts = [["description", "a description"]] as const;
    compareDocumentation({ before, after }, findings, subject, header.before, header.after, texts);
    compareExamples(findings, subject, [node, other], [before, after]);
  }
}

/** By name, which is the same in either case. `Content-Type` is described as the media type (OpenAPI 3.1 § 4.8.17). */
function headersOf({ headers = {} }: ResponseObject): ReadonlyMap<string, Referenced<HeaderObject>> {
  const named = Object.entries(headers).map(([name, header]) => [name.toLowerCase(), header] as const);
  return new Map(named.filter(([name]) => name !== "content-type"));
}
