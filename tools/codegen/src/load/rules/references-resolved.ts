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
    ref: {
      leave({ $ref }: Reference, { report, location }: UserContext, { node, error }: Resolved) {
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
