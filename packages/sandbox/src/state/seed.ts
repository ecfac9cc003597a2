import type { components, Visitor } from "@visitors-api/client";
import { isJsonObject } from "../description/json-object.ts";
import type { Description } from "../description/model.ts";

// Checked against the description when the sandbox is compiled.
const VISITOR = "Visitor" satisfies keyof components["schemas"];

/** The visitors that the description shows in its answers: those that a sandbox starts with. */
export function visitorsIn(description: Description): Visitor[] {
  const successes = description.operations.flatMap(({ responses }) =>
    [...responses]
      .filter(([status]) => status.startsWith("2"))
      .flatMap(([, { content }]) => [...content.values()]),
  );
  return successes
    .filter(({ schemaName }) => schemaName === VISITOR)
    .flatMap(({ examples }) => [...examples.values()].filter(isVisitor));
}

// Examples are checked against their schemas where the description is linted.
function isVisitor(example: unknown): example is Visitor {
  return isJsonObject(example);
}
