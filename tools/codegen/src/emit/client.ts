import type { Model, SecurityScheme } from "../model/model.ts";
import { defaultBaseUrl, emitDescription, hasOwnServers } from "./description.ts";
import { docComment, literal, oneLine, propertyName } from "./text.ts";

/** `createClient`, its options, and the description of the API that the run time works from. */
export function emitClient(model: Model, runtime: string): string {
  const { title, version, servers, securitySchemes, errors } = model;
  const name = oneLine(`${title} ${version}`);
  const description = emitDescription(model);
  const credentials = securitySchemes.map((scheme) =>
    credentialOption(scheme, isAlwaysRequired(scheme, model)),
  );
  const argument =
    credentials.some(({ required }) => required) ||
    (defaultBaseUrl(model) === undefined && !hasOwnServers(model))
      ? ""
      : " = {}";
  const imports = [
    "createClient as create",
    "type BaseClientOptions",
    "type FetchClient",
    ...credentials.map(({ type }) => `type ${type}`),
    ...description.imports,
  ];
  return `import { ${[...new Set(imports)].join(", ")} } from ${JSON.stringify(runtime)};
${errors.length > 0 ? `import { ${errors.map((error) => error.class).join(", ")} } from "./errors.ts";` : ""}
import { operationTable, type Operations } from "./operations.ts";
import type { paths } from "./types.ts";

/** The base URLs that the description names. */
export const servers = [${servers.map(({ url, description }) => `${description ? `\n// ${oneLine(description)}\n` : ""}${literal(url)},`).join("")}] as const;

${docComment([`How to reach ${name}.`])}export interface ClientOptions extends BaseClientOptions {
  ${credentials.map(({ text }) => text).join("\n")}
  ${baseUrlOption(model)}
}

/** A method for each operation, and openapi-fetch's methods underneath. */
export type Client = Operations & FetchClient<paths>;

const description = ${description.text};

${docComment([`Creates a client for ${name}.`, "", "@throws {TypeError} when an option cannot be used."])}export function createClient(options: ClientOptions${argument}): Client {
  return create<Client>(description, options);
}
`;
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
  const url = defaultBaseUrl(model);
  if (url === undefined && hasOwnServers(model)) {
    const comment = docComment(["Where the API is. Default: where the description says of each operation."]);
    return `${comment}readonly baseUrl?: string | URL | undefined;`;
  }
  if (url === undefined) {
    return `${docComment(["Where the API is. The description names no absolute URL."])}readonly baseUrl: string | URL;`;
  }
  const comment = docComment([`Where the API is. Default: \`${url}\`.`]);
  return `${comment}readonly baseUrl?: (typeof servers)[number] | (string & Record<never, never>) | URL | undefined;`;
}
