import { entriesOf, isObject, listOrEmpty, objectOrEmpty, textOf } from "./json.ts";

/** Where the API is (OpenAPI 3.1 § 4.8.5). */
export interface Server {
  /** With its variables in braces. */
  readonly url: string;
  readonly description: string;
  readonly variables: Readonly<Record<string, ServerVariable>>;
}

/** OpenAPI 3.1 § 4.8.6. */
export interface ServerVariable {
  readonly default: string;
  /** Every value that it may have; empty where it may have any. */
  readonly enum: readonly string[];
  readonly description: string;
}

/** The servers of a document, a path item or an operation; undefined where it names none, and the outer ones apply. */
export function readServers(servers: unknown): readonly Server[] | undefined {
  const list = listOrEmpty(servers).filter(isObject).map(readServer);
  return list.length > 0 ? list : undefined;
}

function readServer(server: Readonly<Record<string, unknown>>): Server {
  const variables = entriesOf(server["variables"]).map(([name, value]): [string, ServerVariable] => {
    const variable = objectOrEmpty(value);
    return [
      name,
      {
        default: textOf(variable["default"]),
        enum: listOrEmpty(variable["enum"]).map(textOf),
        description: textOf(variable["description"]),
      },
    ];
  });
  return {
    url: textOf(server["url"]),
    description: textOf(server["description"]),
    variables: Object.fromEntries(variables),
  };
}

/** A server's URL, which may be relative. A variable that has no value here has its default (OpenAPI 3.1 § 4.8.6). */
export function serverUrl({ url, variables }: Server, values: Readonly<Record<string, string>> = {}): string {
  return url.replaceAll(/\{([^{}]+)\}/g, (_, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? "") : (variables[name]?.default ?? ""),
  );
}

/** Whether a URL says by itself where it leads. A relative one is relative to where the description is served (OpenAPI 3.1 § 4.8.5). */
export function isAbsoluteUrl(url: string): boolean {
  return /^https?:\/\//i.test(url);
}

/** The path that a server's URL ends in, such as `/v1`, without a slash at the end: empty for a server at the root. */
export function basePath(server: Server, values: Readonly<Record<string, string>> = {}): string {
  const url = serverUrl(server, values);
  const base = "http://localhost/";
  return URL.canParse(url, base) ? new URL(url, base).pathname.replace(/\/+$/, "") : "";
}
