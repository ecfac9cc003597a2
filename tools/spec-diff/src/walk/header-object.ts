import { type Description, type ParameterObject, type ResponseObject, resolve } from "@visitors-api/codegen";
import { compareDeprecation, compareDocumentation, compareExamples } from "./documentation.ts";
import type { Findings } from "./findings.ts";
import { schemaOf } from "./parameter-object.ts";
import type { Sides } from "./sides.ts";
import { code, isObject, pairs } from "./values.ts";

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
  for (const { key, ...header } of pairs(headersOf(before, was), headersOf(after, is))) {
    const words = { subject: answer, name: code(key) };
    const [node, other] = [header.before, header.after];
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
    compareDocumentation(findings, subject, node, other, [["description", "a description"]]);
    compareExamples(findings, subject, [node, other], [before, after]);
  }
}

/** By name, which is the same in either case. `Content-Type` is described as the media type (OpenAPI 3.1 § 4.8.17). */
function headersOf(description: Description, response: ResponseObject): ReadonlyMap<string, ParameterObject> {
  const headers: unknown = Reflect.get(response, "headers");
  if (!isObject(headers)) return new Map();
  const described = Object.entries(headers).filter(([name]) => name.toLowerCase() !== "content-type");
  return new Map(
    described.flatMap(([name, header]) =>
      // The linter has checked that there are headers, or references to some, where headers belong.
      isObject(header)
        ? [[name.toLowerCase(), resolve<ParameterObject>(description, header as { readonly $ref: string })]]
        : [],
    ),
  );
}
