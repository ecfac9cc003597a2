import { isJson, type MediaType, type Parameter, selectMediaType } from "@visitors-api/openapi";
import fc, { type Arbitrary } from "fast-check";
import type { Judge } from "./judge.ts";
import { type DescribedRequest, sent } from "./requests.ts";

/** A request with one thing wrong. */
export interface MalformedRequest {
  /** What is wrong with it. */
  readonly fault: string;
  /** As `fetch` takes it. */
  readonly ready: [url: string, init: RequestInit];
}

/** What decides how a request is spoilt, whatever request that is. */
interface Choices {
  readonly way: Way;
  /** From 0 to 1: which of the places that there are. */
  readonly place: number;
  readonly value: unknown;
  readonly word: string;
  readonly damage: string;
  readonly number: string;
}

type Way = (request: DescribedRequest, choices: Choices, judge: Judge) => MalformedRequest | undefined;

/** Requests that are described, but for one thing; undefined stands for one that cannot be spoilt in the way that was chosen. */
export function malformedRequestsOf(
  requests: Arbitrary<DescribedRequest | undefined>,
  judge: Judge,
): Arbitrary<MalformedRequest | undefined> {
  return fc
    .tuple(requests, choices)
    .map(([request, chosen]) => request && chosen.way(request, chosen, judge));
}

const choices: Arbitrary<Choices> = fc.record({
  way: fc.constantFrom<Way>(
    ...[wrongBody, wrongBody, damagedBody, wrongParameter, wrongParameter, missingParameter],
    ...[unheldNumber, missingCredential, otherMediaType],
  ),
  place: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  value: fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.constantFrom(null, true, 0, -1.5, "", [], {}, undefined)),
  word: fc.stringMatching(/^[a-z]{1,8}!$/),
  damage: fc.constantFrom("", "{", "}", "]", '"', ",", ":", "\\", "\0", "//"),
  number: fc.constantFrom("1e400", "-1e400", "9007199254740993", "1e-400"),
});

function malformed(fault: string, request: DescribedRequest, body?: string): MalformedRequest | undefined {
  const ready = sent(request);
  if (ready === undefined || body === undefined) return ready && { fault, ready };
  const [url, init] = ready;
  return { fault, ready: [url, { ...init, body }] };
}

/** A value in the body is one that the schema does not allow there, or is not there. */
function wrongBody(request: DescribedRequest, { place, value }: Choices, judge: Judge) {
  const mediaType = jsonOf(request);
  if (mediaType === undefined) return undefined;
  const path = chosen([...pathsIn(request.body?.value)], place) ?? [];
  const body = replaced(request.body?.value, path, value) ?? null;
  if (judge(mediaType.schema, JSON.parse(JSON.stringify(body)))) return undefined;
  return malformed("a body that is not as described", request, JSON.stringify(body));
}

function damagedBody(request: DescribedRequest, { place, damage }: Choices) {
  if (jsonOf(request) === undefined) return undefined;
  const text = JSON.stringify(request.body?.value);
  const index = Math.floor(place * text.length);
  const body = text.slice(0, index) + damage + (damage === "" ? "" : text.slice(index));
  // An empty one is none at all, which may be allowed.
  return body === "" || isJsonText(body) ? undefined : malformed("a damaged body", request, body);
}

/** A number that no double holds, in the place of a value in the body. */
function unheldNumber(request: DescribedRequest, { place, number }: Choices) {
  if (jsonOf(request) === undefined) return undefined;
  const path = chosen([...pathsIn(request.body?.value)], place) ?? [];
  const text = JSON.stringify(replaced(request.body?.value, path, MARK));
  return malformed(`the number ${number}`, request, text.replace(JSON.stringify(MARK), number));
}

const MARK = "the number";

function missingParameter(request: DescribedRequest, { place }: Choices) {
  const required = [...request.values.keys()].filter((one) => one.required && one.in !== "path");
  const parameter = chosen(required, place);
  if (parameter === undefined) return undefined;
  const values = new Map([...request.values].filter(([other]) => other !== parameter));
  return malformed(`no ${parameter.name}`, { ...request, values });
}

/** A word where a schema allows none. */
function wrongParameter(request: DescribedRequest, { place, word }: Choices, judge: Judge) {
  const parameter = chosen(request.operation.parameters, place);
  if (parameter === undefined || takes(parameter, word, judge)) return undefined;
  const values = new Map([...request.values, [parameter, word]]);
  return malformed(`${word} as ${parameter.name}`, { ...request, values });
}

/** Whether text may be the value of a parameter, or a part of one. */
function takes({ schema, style, mediaType }: Parameter, word: string, judge: Judge): boolean {
  if (mediaType !== undefined || style === "deepObject") return true;
  return [word, [word], { [word]: "" }].some((value) => judge(schema, value));
}

function missingCredential(request: DescribedRequest) {
  const isShown = request.credentials.some(({ kind }) => kind !== "mutualTLS" && kind !== "unknown");
  const isOptional = request.operation.security.some((alternative) => alternative.length === 0);
  return isShown && !isOptional ? malformed("no credential", { ...request, credentials: [] }) : undefined;
}

function otherMediaType(request: DescribedRequest, { word }: Choices) {
  const { body, operation } = request;
  const contentType = `application/x-${word}`;
  const isDescribed = selectMediaType(operation.requestBody?.content ?? [], contentType) !== undefined;
  if (body?.contentType === undefined || isDescribed) return undefined;
  return malformed(`the media type ${contentType}`, { ...request, body: { ...body, contentType } });
}

/** The media type of a body of JSON, where the operation has one. */
function jsonOf({ operation, body }: DescribedRequest): MediaType | undefined {
  const { contentType } = body ?? {};
  if (contentType === undefined || !isJson(contentType)) return undefined;
  return selectMediaType(operation.requestBody?.content ?? [], contentType);
}

function chosen<Item>(items: readonly Item[], place: number): Item | undefined {
  return items[Math.floor(place * items.length)];
}

type Path = readonly string[];

function* pathsIn(value: unknown, path: Path = []): Generator<Path> {
  yield path;
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* pathsIn(inner, [...path, key]);
}

/** A copy in which something else is at a path. */
function replaced(value: unknown, [key, ...rest]: Path, put: unknown): unknown {
  if (key === undefined || typeof value !== "object" || value === null) return put;
  const entries = Object.entries(value).map(
    ([name, inner]) => [name, name === key ? replaced(inner, rest, put) : inner] as const,
  );
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
