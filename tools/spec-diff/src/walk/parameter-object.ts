import {
  type Description,
  type Found,
  ignoredHeaders,
  type ParameterObject,
  resolve,
} from "@visitors-api/codegen";
import { compareDeprecation, compareDocumentation, compareExamples } from "./documentation.ts";
import type { Findings, Spot } from "./findings.ts";
import type { Named } from "./paths-object.ts";
import { type At, schemaAt } from "./schema/view.ts";
import type { Sides } from "./sides.ts";
import { pairs, spotOf } from "./values.ts";

interface Parameter {
  readonly parameter: ParameterObject;
  readonly required: boolean;
  /** Where the operation or its path has it. */
  readonly spot: Spot;
}

/** @see https://spec.openapis.org/oas/v3.1.0#parameter-object */
export function compareParameters(sides: Sides, findings: Findings, before: Named, after: Named): void {
  const name = `\`${after.id}\``;
  const [was, is] = [parametersOf(sides.before, before), parametersOf(sides.after, after)];
  const all = pairs(was, is);
  const added = all.flatMap((pair) => (pair.after && !pair.before ? [pair.after] : []));
  const moved = new Set<Parameter>();
  for (const pair of all) {
    if (pair.before && pair.after) compareParameter(sides, findings, name, pair.before, pair.after);
    else if (pair.before) {
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

/** OpenAPI 3.1 § 4.8.9: an operation's parameter goes before the one of its path with the same name and place. */
function parametersOf(description: Description, { item, operation }: Found): ReadonlyMap<string, Parameter> {
  const found = new Map<string, Parameter>();
  for (const list of [item.parameters ?? [], operation.parameters ?? []]) {
    for (const [index, reference] of list.entries()) {
      const parameter = resolve<ParameterObject>(description, reference);
      const { in: place } = parameter;
      const name = place === "header" ? parameter.name.toLowerCase() : parameter.name;
      if (place === "header" && ignoredHeaders.has(name)) continue;
      // A header that has a default is sent with it by the client.
      const isGiven = place === "header" && defaultOf(description, parameter) !== undefined;
      const required = place === "path" || (parameter.required === true && !isGiven);
      found.set(`${place} ${name}`, { parameter, required, spot: spotOf(list, index) });
    }
  }
  return found;
}

function defaultOf(description: Description, { schema }: ParameterObject): unknown {
  if (typeof schema !== "object") return undefined;
  const target = schema.$ref === undefined ? schema : resolve<object>(description, { $ref: schema.$ref });
  return Reflect.get(target, "default");
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
  findings.parts.push(
    schemas.compare(schemaOf(node), schemaOf(other), "request", { root: subject, path: "" }),
  );

  compareDeprecation(findings, subject, node, other);
  compareDocumentation(findings, subject, node, other, [
    // Of a header's name the case alone can differ here.
    ["name", "a spelling"],
    ["description", "a description"],
    ["allowEmptyValue", "a word on empty values"],
  ]);
  compareExamples(findings, subject, [node, other], [before, after]);
}

export function schemaOf(parameter: ParameterObject): At {
  const [media] = Object.values(parameter.content ?? {});
  return schemaAt(parameter.schema === undefined && media ? media : parameter, "schema");
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
