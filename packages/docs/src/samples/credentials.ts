import type { Model, SecurityScheme } from "@visitors-api/codegen";
import type { Security } from "@visitors-api/openapi";

/** A security scheme, and the environment variables that a sample takes its secrets from. */
export type SampleCredential = {
  readonly scheme: SecurityScheme;
  /** Of a user name and a password there are two. */
  readonly variables: readonly [string, ...string[]];
};

/**
 * The credentials of the first alternative that has some and that the client can satisfy: one way in is enough for a sample, also where a
 * call may do without. Where it can satisfy none, those that it knows of the first alternative are shown.
 */
export function credentialsOf(security: Security, { securitySchemes, title }: Model): SampleCredential[] {
  const known = (name: string): boolean => securitySchemes.some((scheme) => scheme.name === name);
  const alternatives = security.map((needs) => needs.map(({ scheme }) => scheme));
  const alternative =
    alternatives.find((names) => names.length > 0 && names.every(known)) ??
    alternatives.find((names) => names.some(known)) ??
    [];
  return securitySchemes
    .filter(({ name }) => alternative.includes(name))
    .map((scheme) => ({ scheme, variables: variablesOf(scheme, title) }));
}

/**
 * The variables are named after whose API it is, the first word of its title, and after what they hold: of the bearer token of a
 * "Museum API" `MUSEUM_ACCESS_TOKEN`. Where two schemes hold alike the scheme's own name tells them apart.
 */
export function variablesOf({ option, kind }: SecurityScheme, title: string): readonly [string, ...string[]] {
  const prefix = prefixOf(title);
  const own = { token: "ACCESS_TOKEN", apiKey: "API_KEY", basic: "" }[option] ?? constantCase(option);
  const name = (...words: string[]): string => [prefix, own, ...words].filter(Boolean).join("_");
  return kind === "basic" ? [name("USERNAME"), name("PASSWORD")] : [name()];
}

/** The variable that says where the API is: `MUSEUM_BASE_URL`. */
export function baseUrlVariable({ title }: Pick<Model, "title">): string {
  return `${prefixOf(title)}_BASE_URL`;
}

function prefixOf(title: string): string {
  const [owner = ""] = title.split(/\s+/).map(constantCase).filter(Boolean);
  return /^[A-Z]/.test(owner) ? owner : "API";
}

/** `museumKey` → `MUSEUM_KEY`, in the letters that every shell takes for a variable. */
function constantCase(text: string): string {
  return text
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, "_")
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, "_")
    .replaceAll(/^_+|_+$/g, "");
}
