import type {
  Description,
  MediaTypeObject,
  OperationObject,
  ParameterObject,
  RequestBodyObject,
  ResponseObject,
  Schema,
} from "../../load/openapi.ts";
import { resolve } from "../../load/resolve.ts";
import { bodyKind, preferredMediaType } from "../../model/media-types.ts";
import type { Operation, Type } from "../../model/model.ts";
import { propertyName } from "../text.ts";
import { schemaExpression } from "./expression.ts";
import { record } from "./record.ts";
import { call, constant, json, type Writer } from "./writer.ts";

/** What an operation takes, as one check. */
export function inputExpression(
  { input }: Operation,
  { parameters = [], requestBody }: OperationObject,
  description: Description,
  writer: Writer,
): string {
  const checks = new Map<string, string>();
  const required = new Set<string>();
  for (const parameter of parameters.map((reference) => resolve(description, reference))) {
    const { in: place, name } = parameter;
    const isHidden = input.hidden.some((hidden) => hidden.place === place && hidden.name === name);
    if (place === "header" || isHidden) continue;
    checks.set(name, schemaExpression(parameterSchema(parameter), writer));
    if (parameter.required || place === "path") required.add(name);
  }
  const body = input.body && requestBodyExpression(description, requestBody, writer);
  if (body !== undefined && input.body?.grouped) {
    checks.set("body", body);
    if (input.body.required) required.add("body");
  }
  const flat = body === undefined || input.body?.grouped ? undefined : body;
  const flatBody = flat === undefined || input.body?.required ? flat : call("optionalBody", flat);

  const names = [...required].map(json);
  const shape = record([...checks]);
  const whole =
    flatBody !== undefined
      ? checks.size === 0
        ? flatBody
        : call("input", shape, `[${names.join(", ")}]`, flatBody)
      : objectExpression(names, checks.size > 0 ? shape : undefined);
  return input.optional ? call("optional", whole) : whole;
}

function objectExpression(required: readonly string[], shape: string | undefined): string {
  const checks = [
    call("type", '"object"'),
    ...(required.length > 0 ? [call("required", ...required)] : []),
    ...(shape === undefined ? [] : [call("properties", shape)]),
  ];
  return checks.length === 1 ? checks.join() : call("all", ...checks);
}

function parameterSchema({ schema, content = {} }: ParameterObject): Schema | undefined {
  return schema ?? Object.values(content)[0]?.schema;
}

function requestBodyExpression(
  description: Description,
  requestBody: OperationObject["requestBody"],
  writer: Writer,
): string | undefined {
  const { content = {} } = requestBody ? resolve<RequestBodyObject>(description, requestBody) : {};
  const mediaType = preferredMediaType(Object.keys(content));
  if (mediaType === undefined) return undefined;
  if (bodyKind(mediaType) === "binary") return constant("binary");
  return schemaExpression(content[mediaType]?.schema, writer);
}

/** The bodies of an operation's answers. */
export interface Answers {
  readonly output: string;
  /** Each success by its status, if there are several that differ. */
  readonly outputs: readonly Answer[];
  readonly errors: readonly Answer[];
}

export interface Answer {
  /** The status as the key of an object: `404`, `"4XX"` or `default`. */
  readonly key: string;
  readonly expression: string;
  /** The types of an error's body. */
  readonly body: readonly Type[] | undefined;
}

export function answersOf(
  operation: Operation,
  { responses = {} }: OperationObject,
  description: Description,
  writer: Writer,
): Answers {
  const all = Object.entries(responses).map(([status, reference]) => {
    const { content = {} } = resolve<ResponseObject>(description, reference);
    const expressions = Object.entries(content).map(([mediaType, media]) =>
      bodyExpression(mediaType, media, writer),
    );
    return {
      key: statusKey(status),
      isSuccess: status.startsWith("2"),
      isJson: Object.keys(content).some(isReadAsJson),
      expression: either(expressions),
      body: operation.errors.find((error) => error.status === status)?.body,
    };
  });
  const documented = all.filter(({ isSuccess }) => isSuccess);
  const successes = documented.length > 0 ? documented : all.filter(({ key }) => key === "default");
  const ofJson = successes.filter(({ isJson }) => isJson);
  const isSame = new Set(ofJson.map(({ expression }) => expression)).size < 2;
  return {
    output: either(successes.map(({ expression }) => expression)),
    outputs: isSame ? [] : ofJson,
    errors: all.filter(({ isJson, body }) => isJson && body !== undefined),
  };
}

function statusKey(status: string): string {
  return /^\d+$/.test(status) ? status : propertyName(status.replace(/xx$/, "XX"));
}

function isReadAsJson(mediaType: string): boolean {
  return ["form", "json"].includes(bodyKind(mediaType));
}

function bodyExpression(mediaType: string, { schema }: MediaTypeObject, writer: Writer): string {
  if (isReadAsJson(mediaType)) return schemaExpression(schema, writer);
  return bodyKind(mediaType) === "text" ? call("type", '"string"') : constant("binary");
}

function either(expressions: readonly string[]): string {
  const [only, ...others] = new Set(expressions);
  if (only === undefined) return constant("absent");
  return others.length === 0 ? only : call("anyOf", only, ...others);
}
