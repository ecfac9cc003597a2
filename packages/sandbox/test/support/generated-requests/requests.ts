import type { Description, Operation, Parameter, SecurityScheme } from "@visitors-api/openapi";
import fc, { type Arbitrary } from "fast-check";
import { type Body, bodiesOf } from "./bodies.ts";
import type { Judge } from "./judge.ts";
import { type Material, valuesOf } from "./values.ts";
import { type Parts, write } from "./written.ts";

/** A request that an operation describes, in its parts, so that one of them can be spoilt. */
export interface DescribedRequest {
  readonly operation: Operation;
  readonly values: ReadonlyMap<Parameter, unknown>;
  readonly body: Body | undefined;
  readonly credentials: readonly SecurityScheme[];
}

/** The token that is sent for every scheme. */
const TOKEN = "user:password";

/** Requests of all operations, each as likely as the others; undefined stands for one that could not be made. */
export function requestsOf(description: Description, judge: Judge): Arbitrary<DescribedRequest | undefined> {
  const operations = description.operations.map((operation) => requestsFor(operation, description, judge));
  return fc.oneof(...operations);
}

function requestsFor(
  operation: Operation,
  { schemas, securitySchemes }: Description,
  judge: Judge,
): Arbitrary<DescribedRequest | undefined> {
  const parameters = operation.parameters.map((parameter) => optionally(parameter, schemas));
  const { requestBody, security } = operation;
  const material: Material = { schemas, text: anyText };
  // `fetch` sends none with these.
  const content = /^(get|head)$/.test(operation.method) ? [] : (requestBody?.content ?? []);
  const bodies = content.map((mediaType) =>
    bodiesOf(mediaType, material).map((body) => {
      const isRight = body !== undefined && (!("value" in body) || judge(mediaType.schema, body.value));
      return isRight ? body : "none";
    }),
  );
  const body = requestBody?.required ? fc.oneof(...bodies) : fc.oneof(...bodies, fc.constant(undefined));
  const [alternative = []] = security;
  const credentials = alternative.flatMap(({ scheme }) => securitySchemes[scheme] ?? []);
  return fc.tuple(fc.tuple(...parameters), body).map(([values, body]) => {
    const given = operation.parameters.flatMap((parameter, index): [Parameter, unknown][] => {
      const value = values[index];
      return value === undefined ? [] : [[parameter, value]];
    });
    const areRight = given.every(([{ schema }, value]) => judge(schema, value));
    if (!areRight || body === "none") return undefined;
    return { operation, values: new Map(given), body, credentials };
  });
}

const plain = fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/);
const anyText = fc.string({ unit: "grapheme", maxLength: 12 });
const someText = fc.oneof(plain, fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }));

function optionally(
  { schema, in: place, required }: Parameter,
  schemas: Material["schemas"],
): Arbitrary<unknown> {
  const text = place === "header" || place === "cookie" ? plain : someText;
  const values = schema === undefined || schema === true ? text : valuesOf(schema, { schemas, text });
  return required ? values : fc.option(values, { nil: undefined });
}

/** The request as `fetch` takes it; undefined where the styles of its parameters cannot carry their values. */
export function sent({
  operation,
  values,
  body,
  credentials,
}: DescribedRequest): [string, RequestInit] | undefined {
  const parts: Parts = { path: new Map(), query: [], headers: new Map(), cookies: [] };
  for (const [parameter, value] of values) if (!write(parameter, value, parts)) return undefined;
  for (const scheme of credentials) authorize(scheme, parts);
  if (body?.contentType !== undefined) parts.headers.set("content-type", body.contentType);
  if (parts.cookies.length > 0) parts.headers.set("cookie", parts.cookies.join("; "));
  const path = operation.path.replaceAll(/\{([^{}]+)\}/g, (_, name) => parts.path.get(name) ?? "x");
  const query = parts.query.length > 0 ? `?${parts.query.join("&")}` : "";
  const method = operation.method.toUpperCase();
  const init = { method, headers: [...parts.headers] };
  return [`http://sandbox${path}${query}`, body === undefined ? init : { ...init, body: body.content }];
}

function authorize(scheme: SecurityScheme, { query, headers, cookies }: Parts): void {
  if (scheme.kind === "bearer") headers.set("authorization", "Bearer any");
  if (scheme.kind === "basic") headers.set("authorization", `Basic ${btoa(TOKEN)}`);
  if (scheme.kind === "http") headers.set("authorization", `${scheme.scheme} any`);
  if (scheme.kind !== "apiKey") return;
  if (scheme.in === "header") headers.set(scheme.parameter, "any");
  else (scheme.in === "query" ? query : cookies).push(`${encodeURIComponent(scheme.parameter)}=any`);
}
