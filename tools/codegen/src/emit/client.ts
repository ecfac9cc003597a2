import type { Body, Model, SecurityScheme } from "../model/model.ts";
import { docComment, literal, oneLine, propertyName } from "./text.ts";

/** `createClient`, its options, and the description of the API that the run time works from. */
export function emitClient(model: Model, runtime: string): string {
  const { title, version, servers, securitySchemes, security, errors, requestId } = model;
  const schemes = securitySchemes.map((scheme) => `${propertyName(scheme.name)}: ${schemeCall(scheme)}`);
  const bodies = [...new Map(model.operations.flatMap(({ input }) => bodySerializer(input.body)))];
  const hasCookies = model.operations.some(({ input }) => input.cookies.length > 0);
  const imports = [
    "createClient as create",
    "type BaseClientOptions",
    "type FetchClient",
    ...securitySchemes.flatMap(({ kind }) => [
      schemeFunctions[kind],
      kind === "basic" ? "type BasicCredential" : "type Credential",
    ]),
    ...bodies.map(([, serializer]) => serializer),
    ...(hasCookies ? ["cookieHeader"] : []),
  ];
  const credentials = securitySchemes.map((scheme) =>
    credentialOption(scheme, isAlwaysRequired(scheme, model)),
  );
  const argument = credentials.some(({ required }) => required) || !hasAbsoluteServer(model) ? "" : " = {}";
  return `import { ${[...new Set(imports)].join(", ")} } from ${JSON.stringify(runtime)};
${errors.length > 0 ? `import { ${errors.map((error) => error.class).join(", ")} } from "./errors.ts";` : ""}
import { operationTable, type Operations } from "./operations.ts";
import type { paths } from "./types.ts";

/** The base URLs that the description names. */
export const servers = [${servers.map(({ url, description }) => `${description ? `\n// ${oneLine(description)}\n` : ""}${literal(url)},`).join("")}] as const;

/** How to reach ${oneLine(`${title} ${version}`)}. */
export interface ClientOptions extends BaseClientOptions {
  ${credentials.map(({ text }) => text).join("\n")}
  ${baseUrlOption(model)}
}

/** A method for each operation, and openapi-fetch's methods underneath. */
export type Client = Operations & FetchClient<paths>;

const description = {
  servers,
  securitySchemes: { ${schemes.join(", ")} },
  security: ${literal(security)},
  operations: operationTable,
  ${bodies.length === 0 ? "" : `bodies: { ${bodies.map(([type, serializer]) => `${literal(type)}: ${serializer}`).join(", ")} },`}
  ${hasCookies ? "cookies: cookieHeader," : ""}
  errors: { ${errors.map((error) => `${error.status}: ${error.class}`).join(", ")} },
  ${requestId === undefined ? "" : `requestId: ${literal(requestId)},`}
  userAgent: ${literal(userAgent(title, version))},
};

/**
 * Creates a client for ${oneLine(`${title} ${version}`)}.
 *
 * @throws {TypeError} when an option cannot be used.
 */
export function createClient(options: ClientOptions${argument}): Client {
  return create<Client>(description, options);
}
`;
}

/** The run time's functions by what they do: only those that a description calls for become part of its client. */
const schemeFunctions = {
  basic: "basic",
  bearer: "bearer",
  cookie: "apiKeyCookie",
  header: "apiKeyHeader",
  query: "apiKeyQuery",
} as const;

function schemeCall({ kind, option, parameter }: SecurityScheme): string {
  const values = parameter === undefined ? [option] : [option, parameter];
  return `${schemeFunctions[kind]}(${values.map(literal).join(", ")})`;
}

function bodySerializer(body: Body | undefined): [mediaType: string, serializer: string][] {
  const serializer =
    body && { json: undefined, form: "form", multipart: "multipart", text: "raw", binary: "raw" }[body.kind];
  return serializer ? [[body.mediaType, serializer]] : [];
}

function hasAbsoluteServer({ servers }: Model): boolean {
  return /^https?:\/\//.test(servers[0]?.url ?? "");
}

/** Whoever makes a client may as well give what each call will need. */
function isAlwaysRequired({ name }: SecurityScheme, { security, operations }: Model): boolean {
  return [
    security,
    ...operations.flatMap((operation) => (operation.security ? [operation.security] : [])),
  ].every(
    (alternatives) => alternatives.length > 0 && alternatives.every((together) => together.includes(name)),
  );
}

function credentialOption({ option, kind, name, parameter, description }: SecurityScheme, required: boolean) {
  const what = {
    basic: "User name and password",
    bearer: "Bearer token",
    cookie: `API key, sent as the cookie \`${parameter}\``,
    header: `API key, sent as the header \`${parameter}\``,
    query: `API key, sent as the query parameter \`${parameter}\``,
  }[kind];
  const type = kind === "basic" ? "BasicCredential" : "Credential";
  const comment = docComment([`${what} (\`${name}\`).`, "", description]);
  return {
    type,
    required,
    text: `${comment}readonly ${propertyName(option)}${required ? "" : "?"}: ${type} | undefined;`,
  };
}

function baseUrlOption(model: Model): string {
  if (!hasAbsoluteServer(model)) {
    return `${docComment(["Where the API is. The description names no absolute URL."])}readonly baseUrl: string;`;
  }
  const comment = docComment([`Where the API is. Default: \`${model.servers[0]?.url}\`.`]);
  return `${comment}readonly baseUrl?: (typeof servers)[number] | (string & Record<never, never>) | undefined;`;
}

/** RFC 9110 § 10.1.5: a product and its version, each a token. */
function userAgent(title: string, version: string): string {
  const token = (text: string): string => text.replaceAll(/[^\w.]+/g, "-").replaceAll(/^-+|-+$/g, "");
  return [`${token(title)}-client`, token(version)].filter(Boolean).join("/");
}
