import { defaultBaseUrl, type Model, type Operation, type StyleTuple } from "@visitors-api/codegen";
import type { Parameter } from "@visitors-api/openapi";
import { serialize, serializeInHeader, serializeInPath } from "../../../client/src/serialization.ts";
import type { SampleBody } from "./body.ts";
import type { SampleCredential } from "./credentials.ts";
import type { Header, RequestValues, SampleRequest, Template } from "./request.ts";

/** Stands for where the API is when the description does not say. */
const placeholderUrl = "https://api.example.com";

/** An operation as the generated client has it. */
export type CalledOperation = {
  readonly operation: Operation;
  readonly model: Model;
  /** What it is called with. */
  readonly credentials: readonly SampleCredential[];
  /** Where the API is instead, if it is not where the description says. */
  readonly baseUrl?: string | undefined;
};

/** A parameter, and how the client writes it. */
export type WrittenParameter = Pick<Parameter, "name" | "in"> & { readonly how: StyleTuple };

/** A parameter, and the value to send. */
export type ParameterValue = { readonly parameter: WrittenParameter; readonly value: unknown };

/** The request that an operation is sent with these parameters and this body. */
export function makeRequest(
  called: CalledOperation,
  parameters: readonly ParameterValue[],
  body: SampleBody | undefined,
): SampleRequest {
  const { operation, credentials } = called;
  return {
    example: body?.example,
    title: body?.title,
    mediaType: body?.offered,
    method: operation.method.toUpperCase(),
    url: urlOf(called, parameters),
    secretQuery: credentials
      .filter(({ scheme }) => scheme.kind === "query")
      .map(({ scheme, variables: [variable] }) => ({
        name: encodeURIComponent(scheme.parameter ?? ""),
        variable,
      })),
    headers: headersOf(parameters, credentials, body),
    basic: basicOf(credentials),
    body: body?.body,
    values: valuesOf(parameters, body),
  };
}

function inPlace(parameters: readonly ParameterValue[], place: Parameter["in"]): ParameterValue[] {
  return parameters.filter(({ parameter }) => parameter.in === place);
}

function urlOf(called: CalledOperation, parameters: readonly ParameterValue[]): string {
  const path = called.operation.path.replaceAll(/\{([^{}]+)\}/g, (expression, name: string) => {
    const given = inPlace(parameters, "path").find(({ parameter }) => parameter.name === name);
    return given ? serializeInPath(name, given.value, given.parameter.how) : encodeURIComponent(expression);
  });
  const query = serialized(inPlace(parameters, "query"));
  return baseUrlOf(called) + path + (query.length > 0 ? `?${query.join("&")}` : "");
}

function serialized(parameters: readonly ParameterValue[]): string[] {
  return parameters.map(({ parameter: { name, how }, value }) => serialize(name, value, how)).filter(Boolean);
}

/** Where an operation is: absolute, and without a slash at the end. What is described and is no URL stays as it is. */
export function baseUrlOf({ operation, model, baseUrl }: CalledOperation): string {
  const url = baseUrl ?? operation.server ?? defaultBaseUrl(model) ?? model.servers[0]?.url ?? "";
  const absolute = URL.canParse(url) ? url : URL.parse(url, defaultBaseUrl(model) ?? placeholderUrl)?.href;
  return (absolute ?? url).replace(/\/+$/, "");
}

function headersOf(
  parameters: readonly ParameterValue[],
  credentials: readonly SampleCredential[],
  body: SampleBody | undefined,
): Header[] {
  const headers: Header[] = [];
  for (const { scheme, variables } of credentials) {
    const [variable] = variables;
    if (scheme.kind === "bearer") headers.push({ name: "Authorization", value: ["Bearer ", { variable }] });
    if (scheme.kind === "header") headers.push({ name: scheme.parameter ?? "", value: [{ variable }] });
  }
  if (body && body.body.kind !== "multipart") headers.push({ name: "Content-Type", value: [body.mediaType] });
  for (const { parameter, value } of inPlace(parameters, "header")) {
    const text = serializeInHeader(value, parameter.how);
    // RFC 9110 § 5.5: control characters would end the header, or make it invalid.
    if (text !== undefined)
      headers.push({ name: parameter.name, value: [text.replaceAll(/\p{Cc}+/gu, " ")] });
  }
  const cookie = cookieOf(parameters, credentials);
  return cookie.length > 0 ? [...headers, { name: "Cookie", value: cookie }] : headers;
}

function cookieOf(parameters: readonly ParameterValue[], credentials: readonly SampleCredential[]): Template {
  const cookies: Template[] = [
    // What `form` writes as several pairs are several cookies.
    ...serialized(inPlace(parameters, "cookie")).map((pairs) => [pairs.replaceAll("&", "; ")]),
    ...credentials
      .filter(({ scheme }) => scheme.kind === "cookie")
      .map(({ scheme, variables: [variable] }) => [`${scheme.parameter ?? ""}=`, { variable }]),
  ];
  return cookies.flatMap((cookie, index) => (index === 0 ? cookie : ["; ", ...cookie]));
}

function basicOf(credentials: readonly SampleCredential[]): SampleRequest["basic"] {
  const [username, password] = credentials.find(({ scheme }) => scheme.kind === "basic")?.variables ?? [];
  return username !== undefined && password !== undefined ? { username, password } : undefined;
}

function valuesOf(parameters: readonly ParameterValue[], body: SampleBody | undefined): RequestValues {
  const named = (place: Parameter["in"]) =>
    Object.fromEntries(inPlace(parameters, place).map(({ parameter, value }) => [parameter.name, value]));
  return {
    path: named("path"),
    query: named("query"),
    header: named("header"),
    cookie: named("cookie"),
    body: body?.value,
  };
}
