import type { EncodingObject, MediaTypeObject } from "@visitors-api/codegen";
import type { Direction } from "../rules/rule.ts";
import { compareExamples } from "./documentation.ts";
import type { Findings } from "./findings.ts";
import type { Label } from "./schema/label.ts";
import { schemaAt } from "./schema/view.ts";
import type { Sides } from "./sides.ts";
import { canonical, code, pairs } from "./values.ts";

/** @see https://spec.openapis.org/oas/v3.1.0#media-type-object */
export function compareMediaTypes(
  { before, after, schemas }: Sides,
  findings: Findings,
  was: MediaTypeObject,
  is: MediaTypeObject,
  direction: Direction,
  label: Label,
): void {
  findings.parts.push(schemas.compare(schemaAt(was, "schema"), schemaAt(is, "schema"), direction, label));
  compareExamples(findings, label.root, [was, is], [before, after]);
  const encodings = [was, is].map(({ encoding = {} }) => new Map(Object.entries(encoding)));
  for (const { key, ...encoding } of pairs(encodings[0] ?? new Map(), encodings[1] ?? new Map())) {
    const [style, otherStyle] = [describeEncoding(encoding.before), describeEncoding(encoding.after)];
    if (style === otherStyle) continue;
    const subject = `the field ${code(key)} of ${label.root}`;
    const spots = [
      { node: encoding.before ?? was, key: "encoding" },
      { node: encoding.after ?? is, key: "encoding" },
    ] as const;
    findings.add("parameter-style-changed", { subject, was: style, is: otherStyle }, ...spots);
  }
}

/** Whether two bodies are the same but for how they are written. */
export function isAlike({ before, after }: Sides, was: MediaTypeObject, is: MediaTypeObject): boolean {
  return canonical(before, was.schema) === canonical(after, is.schema);
}

function describeEncoding(encoding: EncodingObject | undefined): string {
  const {
    contentType,
    style,
    explode,
    allowReserved,
    ...rest
  }: EncodingObject & { readonly headers?: unknown } = encoding ?? {};
  const said = Object.entries({ contentType, style, explode, allowReserved, headers: rest.headers });
  const marks = said.flatMap(([key, value]) => (value === undefined ? [] : [code({ [key]: value })]));
  return marks.join(", ") || "the media type has it";
}
