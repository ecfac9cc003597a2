import { effectiveParameters, placeOfBody } from "@visitors-api/openapi";
import type { HeaderObject, OpenApiObject, ParameterObject } from "../read/openapi-document.ts";
import { compareDeprecation, compareDocumentation, compareExamples } from "./documentation.ts";
import type { Findings, Spot } from "./findings.ts";
import { type Named, placeOf } from "./named-operation.ts";
import { target } from "./reference-object.ts";
import { type At, schemaAt } from "./schema/view.ts";
import type { Sides } from "./sides.ts";
import { code, pairs } from "./values.ts";

interface Parameter {
  readonly parameter: ParameterObject;
  readonly required: boolean;
  /** Where the operation or its path has it. */
  readonly spot: Spot;
}

/** @see https://spec.openapis.org/oas/v3.1.0#parameter-object */
export function compareParameters(sides: Sides, findings: Findings, before: Named, after: Named): void {
  const name = `\`${after.id}\``;
  // Where the path is the same but for the names in it, its parameters are known by their order.
  const isOrdered = placeOf(before) === placeOf(after);
  const [was, is] = [
    parametersOf(sides.before, before, isOrdered),
    parametersOf(sides.after, after, isOrdered),
  ];
  const all = pairs(was, is);
  const added = all.flatMap((pair) => (pair.after && !pair.before ? [pair.after] : []));
  const moved = new Set<Parameter>();
  for (const pair of all) {
    if (pair.before && pair.after) {
      compareParameter(sides, findings, name, pair.before, pair.after);
      compareHidden(findings, before, after, [pair.before, pair.after]);
      const [from, to] = [pair.before.parameter, pair.after.parameter];
      if (to.in === "path" && from.name !== to.name) {
        // All operations of a path have the same names in it.
        const words = { subject: code(after.model.path), was: code(from.name), is: code(to.name) };
        findings.add("path-parameter-renamed", words, { node: before.written }, { node: after.written });
      }
    } else if (pair.before) {
      const { parameter, spot } = pair.before;
      const other = added.find(
        (candidate) => candidate.parameter.name === parameter.name && !moved.has(candidate),
      );
      if (other) {
        moved.add(other);
        const words = { subject: name, name, was: describe(parameter), is: describe(other.parameter) };
        findings.add("parameter-moved", words, spot, other.spot);
      } else findings.add("parameter-removed", { subject: describe(parameter), name }, spot, undefined);
    }
  }
  for (const parameter of added) {
    if (moved.has(parameter)) continue;
    const kind = parameter.required ? "required-parameter-added" : "parameter-added";
    findings.add(kind, { subject: describe(parameter.parameter), name }, undefined, parameter.spot);
  }
}

/** By place and name or, those of the path, order. */
function parametersOf(
  document: OpenApiObject,
  { item, model, operation }: Named,
  isOrdered: boolean,
): ReadonlyMap<string, Parameter> {
  const order = [...model.path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name);
  const effective = effectiveParameters(document, item.parameters ?? [], operation.parameters ?? []);
  return new Map(
    effective.map((node) => {
      const parameter = target(document, node);
      const { in: place, name } = parameter;
      // A header that has a default is sent with it by the client.
      const isGiven = place === "header" && Object.hasOwn(model.headers?.defaults ?? {}, name);
      const required = place === "path" || (parameter.required === true && !isGiven);
      const known = place === "path" && isOrdered ? order.indexOf(name) : name;
      const key = `${place} ${place === "header" ? name.toLowerCase() : known}`;
      return [key, { parameter, required, spot: { node } }];
    }),
  );
}

function compareParameter(
  { before, after, schemas }: Sides,
  findings: Findings,
  operation: string,
  was: Parameter,
  is: Parameter,
): void {
  const [node, other] = [was.parameter, is.parameter];
  const subject = describe(other);
  const spots = (key: string) =>
    [
      { node, key },
      { node: other, key },
    ] as const;
  if (is.required && !was.required) {
    findings.add("parameter-required", { subject, name: operation }, ...spots("required"));
  }
  if (was.required && !is.required) {
    findings.add("parameter-optional", { subject, name: operation }, ...spots("required"));
  }
  const [style, otherStyle] = [describeStyle(node), describeStyle(other)];
  if (style !== otherStyle) {
    findings.add("parameter-style-changed", { subject, was: style, is: otherStyle }, ...spots("style"));
  }
  const isGiven = was.required && is.required;
  const schemaIn = (parameter: ParameterObject): At => ({ ...schemaOf(parameter), isGiven });
  findings.parts.push(
    schemas.compare(schemaIn(node), schemaIn(other), "request", { root: subject, path: "" }),
  );

  compareDeprecation(findings, subject, node, other);
  compareDocumentation({ before, after }, findings, subject, was.spot.node, is.spot.node, [
    // Of a header's name the case alone can differ here; another name in a path is told as such.
    ...(other.in === "path" ? [] : [["name", "a spelling"] as const]),
    ["description", "a description"],
    ["allowEmptyValue", "a word on empty values"],
  ]);
  compareExamples(findings, subject, [node, other], [before, after]);
}

/** The input of a method has one place for each name. Who has it, may be new. */
function compareHidden(
  findings: Findings,
  before: Named,
  after: Named,
  [was, is]: readonly [Parameter, Parameter],
): void {
  const isHidden = ({ model: { input } }: Named, { parameter }: Parameter): boolean =>
    input.hidden.some(({ place, name }) => place === parameter.in && name === parameter.name);
  if (isHidden(before, was) || !isHidden(after, is)) return;
  const { parameter, spot } = is;
  const { input, method } = after.model;
  const taker = input.cookies.includes(parameter.name) ? "a cookie" : "a parameter of the path";
  const isBody = parameter.name === "body" && [input.body, ...input.choices].some((body) => body?.grouped);
  const words = {
    subject: describe(parameter),
    name: code(after.id),
    is: code(method.toUpperCase()),
    why: isBody ? `${code("body")} is the body now` : `${taker} has its name now`,
  };
  findings.add("parameter-hidden", words, was.spot, spot);
}

export function schemaOf(parameter: HeaderObject): At {
  const [content] = Object.entries(parameter.content ?? {});
  if (parameter.schema !== undefined || !content) return schemaAt(parameter, "schema", "json");
  const [mediaType, media] = content;
  return schemaAt(media, "schema", placeOfBody(mediaType));
}

function describe({ in: place, name }: ParameterObject): string {
  const kind = place === "cookie" ? "cookie" : `${place} parameter`;
  return `the ${kind} \`${name}\``;
}

/** OpenAPI 3.1 § 4.8.12.2: how a value becomes text. */
function describeStyle(parameter: ParameterObject): string {
  const { in: place, content, explode, allowReserved } = parameter;
  const [mediaType] = Object.keys(content ?? {});
  if (mediaType !== undefined) return `\`${mediaType}\``;
  const style = parameter.style ?? (place === "query" || place === "cookie" ? "form" : "simple");
  const marks = [
    (explode ?? style === "form") ? "exploded" : "",
    allowReserved ? "reserved characters as they are" : "",
  ];
  return [`\`${style}\``, ...marks.filter(Boolean)].join(", ");
}
