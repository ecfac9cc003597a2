import type { UserContext } from "@redocly/openapi-core/lib/walk.js";

interface Parameter {
  readonly in?: string;
  readonly name?: string;
}

/** OpenAPI 3.1 § 4.8.12.1: each template expression in a path has a path parameter, and each path parameter an expression. */
export function pathParametersDefined() {
  let path = "";
  let templated = new Set<string>();
  let ofPath = new Set<string>();
  let ofOperation = new Set<string>();

  function check({ in: place, name }: Parameter, { report, location }: UserContext, defined: Set<string>) {
    if (place !== "path" || name === undefined) return;
    defined.add(name);
    if (templated.has(name)) return;
    report({
      message: `The path ${path} has no \`{${name}}\`. Put it in the path, or remove the parameter.`,
      location: location.child(["name"]),
    });
  }

  return {
    PathItem: {
      enter(_: unknown, { key }: UserContext) {
        path = String(key);
        templated = new Set([...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name ?? ""));
        ofPath = new Set();
      },
      Parameter(parameter: Parameter, context: UserContext) {
        check(parameter, context, ofPath);
      },
      Operation: {
        enter() {
          ofOperation = new Set();
        },
        leave(_: unknown, { report, location }: UserContext) {
          for (const name of templated) {
            if (ofPath.has(name) || ofOperation.has(name)) continue;
            report({
              message: `The path ${path} has \`{${name}}\`, which no parameter defines. Add one with \`in: path\`.`,
              location: location.key(),
            });
          }
        },
        Parameter(parameter: Parameter, context: UserContext) {
          check(parameter, context, ofOperation);
        },
      },
    },
  };
}
