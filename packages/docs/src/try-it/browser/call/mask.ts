import type { SecurityScheme } from "@visitors-api/codegen";

/** Stands for a secret, of whatever length. */
const mask = "••••••••";

/** A shorter one would be found in texts that have nothing to do with it. */
const shortestSecret = 6;

/** What the reader entered for one scheme: a token or key, or a user name and a password. */
export type Credential = { readonly scheme: SecurityScheme; readonly parts: readonly string[] };

/** Takes the secrets out of whatever is shown. */
export type Masks = {
  readonly url: (url: string) => string;
  readonly header: (name: string, value: string) => string;
  readonly text: (text: string) => string;
};

/** Masks for these credentials. Where one is sent it is always masked, and elsewhere wherever it can be told from other text. */
export function masksFor(credentials: readonly Credential[]): Masks {
  const secrets = credentials.flatMap(secretsOf).filter((secret) => secret.length >= shortestSecret);
  const text = (given: string): string =>
    secrets.reduce((masked, secret) => masked.replaceAll(secret, mask), given);
  const headers = namesIn(credentials, "header").map((name) => name.toLowerCase());
  const parameters = namesIn(credentials, "query");
  return {
    text,
    header(name, value) {
      if (headers.includes(name.toLowerCase())) return mask;
      return name.toLowerCase() === "authorization"
        ? value.replace(/^(\S+)\s.*$|^.*$/s, `$1 ${mask}`)
        : text(value);
    },
    url(given) {
      const url = new URL(given);
      const pairs = [...url.searchParams.keys()].map((name) =>
        parameters.includes(name) ? `${encodeURIComponent(name)}=${mask}` : undefined,
      );
      // Only what is masked is written anew, so that the rest is as it was sent.
      const written = url.search.slice(1).split("&");
      const search = written.map((pair, index) => pairs[index] ?? pair).join("&");
      return text(given.replace(/\?.*$/s, "") + (url.search === "" ? "" : `?${search}`));
    },
  };
}

function secretsOf({ scheme, parts }: Credential): string[] {
  const encoded = scheme.kind === "basic" ? [base64(parts.join(":"))] : [];
  // A user name is no secret.
  const own = scheme.kind === "basic" ? parts.slice(1) : parts;
  return [...own, ...own.map(encodeURIComponent), ...encoded];
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

function namesIn(credentials: readonly Credential[], kind: "header" | "query"): string[] {
  return credentials.flatMap(({ scheme }) =>
    scheme.kind === kind && scheme.parameter ? [scheme.parameter] : [],
  );
}
