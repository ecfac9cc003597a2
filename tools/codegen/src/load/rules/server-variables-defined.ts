import type { UserContext } from "@redocly/openapi-core/lib/walk.js";

interface Server {
  readonly url?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** OpenAPI 3.1 § 4.8.5: each variable in a server's URL is defined, for its default takes its place. */
export function serverVariablesDefined() {
  return {
    Server({ url, variables = {} }: Server, { report, location }: UserContext) {
      for (const [, name = ""] of String(url).matchAll(/\{([^{}]+)\}/g)) {
        if (Object.hasOwn(variables, name)) continue;
        report({
          message: `The URL ${url} has \`{${name}}\`, which is no variable of this server. Add it under variables.`,
          location: location.child(["url"]),
        });
      }
    },
  };
}
