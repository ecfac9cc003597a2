import { isObject } from "@visitors-api/openapi";
import type { Problem } from "../validation/problem.ts";
import type { ErrorFacts } from "./error-dialect.ts";
import { reasonPhrase } from "./statuses.ts";

/** What may be known of an error: what is not, stays as it is. */
export type KnownFacts = { readonly [Name in keyof ErrorFacts]?: ErrorFacts[Name] | undefined };

/*
 * What a property of an error says, by its name, in whatever spelling. These are the names that most APIs have for it, RFC 9457, RFC
 * 6749 § 5.2 and JSON:API among them.
 */
const MESSAGE = /^(message|msg|detail|description|reason|errormessage|errordescription)$/;
const MESSAGES = /^(messages|details|errors|errormessages)$/;
const CODE = /^(code|errorcode)$/;
const FIELD = /^(field|param|parameter|property)$/;
const STATUS = /^(status|statuscode|httpstatus)$/;
const REQUEST_ID = /^(requestid|traceid|correlationid)$/;

/** Whether a property may be one that says something of an error. */
function isTelling(name: string): boolean {
  return [MESSAGE, MESSAGES, CODE, FIELD, STATUS, REQUEST_ID, /^error$/].some((known) =>
    known.test(letters(name)),
  );
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * The shape of an error of which there is an example: as the example, and with room for what it leaves out and its schema has.
 *
 * @param sample Of the schema, with all of its properties.
 */
export function shapeOf(example: unknown, sample: unknown): unknown {
  if (example === undefined) return sample;
  if (Array.isArray(example) && Array.isArray(sample)) {
    return example.length === 0 ? sample : example.map((item) => shapeOf(item, sample[0]));
  }
  if (!isObject(example) || !isObject(sample)) return example;
  const missing = Object.entries(sample).filter(([name]) => !Object.hasOwn(example, name) && isTelling(name));
  const given = Object.entries(example).map(([name, value]) => [name, shapeOf(value, sample[name])]);
  return Object.fromEntries([...given, ...missing]);
}

/**
 * Says an error in the shape of another: what its properties say by their names is put in the place of what they said.
 *
 * - A text for people is what is wrong; of several problems all that is, in sentences one after the other.
 * - A code is that of the error: as a text its code, as a number its status.
 * - A list of errors, or of texts for people, has one item for each problem.
 * - `error` is a text for people, or a code where there is such a text beside it; `title` is the name of the status where there is.
 * - The property that a problem is about is left out where it is about none.
 *
 * @param shape A documented example, or a sample of the schema.
 */
export function errorBody(shape: unknown, facts: KnownFacts): unknown {
  if (!isObject(shape)) return shape;
  const { problems } = facts;
  const whole = problems && { ...problems[0], message: problems.map(({ message }) => message).join("; ") };
  return filled(shape, facts, whole);
}

function filled(shape: Fields, facts: KnownFacts, problem: Problem | undefined): Fields {
  const hasMessage = Object.entries(shape).some(
    ([name, value]) => isText(value) && MESSAGE.test(letters(name)),
  );
  const entries = Object.entries(shape).flatMap(([name, value]): [string, unknown][] => {
    if (Array.isArray(value)) return [[name, items(name, value, facts)]];
    if (isObject(value)) return [[name, filled(value, facts, problem)]];
    if (problem && isText(value) && FIELD.test(letters(name))) {
      return problem.field === undefined ? [] : [[name, problem.field]];
    }
    return [[name, scalar(letters(name), value, facts, problem, hasMessage) ?? value]];
  });
  return Object.fromEntries(entries);
}

/** @returns undefined where the property says nothing that is known. */
function scalar(
  name: string,
  value: unknown,
  { requestId, status, code }: KnownFacts,
  problem: Problem | undefined,
  hasMessage: boolean,
): unknown {
  if (typeof value === "number") return STATUS.test(name) || CODE.test(name) ? status : undefined;
  if (!isText(value)) return undefined;
  if (REQUEST_ID.test(name)) return requestId;
  if (MESSAGE.test(name) || (name === "error" && !hasMessage)) return problem?.message;
  if (CODE.test(name) || name === "error") return code;
  if (status === undefined) return undefined;
  if (name === "title" && hasMessage) return reasonPhrase(status);
  return STATUS.test(name) && /^\d{3}$/.test(`${value}`) ? String(status) : undefined;
}

function items(name: string, shapes: readonly unknown[], facts: KnownFacts): unknown {
  const [shape] = shapes;
  const { problems } = facts;
  if (problems && isText(shape) && MESSAGES.test(letters(name)))
    return problems.map(({ message }) => message);
  if (!isObject(shape)) return shapes;
  return problems && isError(shape)
    ? problems.map((problem) => filled(shape, facts, problem))
    : shapes.map((one) => (isObject(one) ? filled(one, facts, undefined) : one));
}

function isError(shape: Fields): boolean {
  return Object.entries(shape).some(
    ([name, value]) => isText(value) && (MESSAGE.test(letters(name)) || CODE.test(letters(name))),
  );
}

/** The first code in an error, which is what its description calls such errors. */
export function codeIn(body: unknown): string | undefined {
  if (Array.isArray(body)) return codeIn(body[0]);
  if (!isObject(body)) return undefined;
  const entries = Object.entries(body);
  const own = entries.find(([name, value]) => typeof value === "string" && CODE.test(letters(name)));
  if (own) return String(own[1]);
  return entries.map(([, value]) => codeIn(value)).find((code) => code !== undefined);
}

/** Null stands for a text that is not known. */
function isText(value: unknown): boolean {
  return typeof value === "string" || value === null;
}

function letters(name: string): string {
  return name.replaceAll(/[^a-z]/gi, "").toLowerCase();
}
