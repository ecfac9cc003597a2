import { ResolveError, type Source, YamlParseError } from "@redocly/openapi-core";
import type { UserContext } from "@redocly/openapi-core/lib/walk.js";

interface Reference {
  readonly $ref: string;
}

interface Resolved {
  readonly node?: unknown;
  readonly error?: ResolveError | YamlParseError;
}

/** OpenAPI 3.1 § 4.8.23: a `$ref` leads to something. */
export function referencesResolved() {
  return {
    any(node: unknown, { report, location }: UserContext) {
      if (typeof node !== "object" || node === null || !("$ref" in node)) return;
      // A property of a schema may be named so.
      if (typeof node.$ref === "string" || (typeof node.$ref === "object" && node.$ref !== null)) return;
      report({
        message: `A $ref is a string, and this is ${node.$ref}. Write where it leads, as in "#/components/schemas/Name".`,
        location: location.child(["$ref"]),
      });
    },
    ref: {
      leave({ $ref }: Reference, { report, location }: UserContext, { node, error }: Resolved) {
        if (/#[^/]/.test($ref)) {
          report({
            message: `References to anchors, such as \`${$ref}\`, are not supported. Give the path from the root, as in "#/components/schemas/Name".`,
            location,
          });
          return;
        }
        if (node !== undefined) return;
        if (error instanceof YamlParseError) report(parseProblem(error));
        const why = error instanceof ResolveError ? ` ${error.message}.` : "";
        report({
          message: `Nothing is at \`${$ref}\`.${why} Correct the $ref, or add what it names.`,
          location,
        });
      },
    },
  };
}

/** A file that a reference leads to and that no parser can read, at the place where the parser stopped. */
export function parseProblem({ message, line, col, source }: YamlParseError) {
  const reason = message.replace(/ in "[^"]*" \(\d+:\d+\)$/, "").replace(/ \(\d+:\d+\)$/, "");
  const location: { source: Source; pointer: undefined; start: { line: number; col: number } } = {
    source,
    pointer: undefined,
    start: { line, col },
  };
  return { message: `It cannot be parsed as YAML or JSON: ${reason}.`, location };
}
