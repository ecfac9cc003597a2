import type { Model } from "@visitors-api/codegen";
import { baseUrlVariable, variablesOf } from "@visitors-api/docs/credentials";
import type { Api } from "@visitors-api/release/api";
import type { Arguments } from "./arguments.ts";

/** The file, by its path in the repository. */
export const apiFile = "spec/api.json";

/** What differs between this API and the one that a description is of. */
export function apiOf({ name, scope }: Pick<Arguments, "name" | "scope">, model: Model): Api {
  const title = model.title.trim() || name;
  const baseUrl = baseUrlVariable({ title });
  const [scheme] = model.securitySchemes;
  const [first, second] = scheme
    ? variablesOf(scheme, title)
    : [baseUrl.replace(/BASE_URL$/, "ACCESS_TOKEN")];
  return {
    title,
    subject: title,
    name,
    scope,
    variables: second === undefined ? { token: first, baseUrl } : { username: first, token: second, baseUrl },
    homepage: `https://${bare(scope)}.example/`,
  };
}

/** What names an API in a text: its name, in the singular too and as a part of names in code. */
export function nameOf({ name }: Pick<Api, "name">): RegExp {
  const one = name.replace(/s$/, "");
  const capitalized = one.slice(0, 1).toUpperCase() + one.slice(1);
  return new RegExp(`(?i:\\b${one})|(?<=[a-z])${capitalized}`);
}

/** The same, and whose API it is, which its variables begin with. */
export function namesOf(api: Api): RegExp {
  const owner = api.variables.baseUrl.replace(/_BASE_URL$/, "");
  return new RegExp(`${nameOf(api).source}|(?i:\\b${owner})`);
}

/** A name as a part of a variable's: `TODO_LIST`. */
export function constantCase(name: string): string {
  return name.toUpperCase().replaceAll("-", "_");
}

/** A scope without its @: what the workspace is called. */
export function bare(scope: string): string {
  return scope.replace("@", "");
}
