import type { components } from "@visitors-api/client";
import { isObject, type MediaType, schemaName } from "@visitors-api/openapi";
import type { Description } from "../description/description.ts";
import type { Validate } from "../validation/validators.ts";
import type { StoredVisitor } from "./visitor-store.ts";

// Checked against the description when the sandbox is compiled.
const VISITOR = "Visitor" satisfies keyof components["schemas"];

/** The visitors that the description shows in its answers: those that a sandbox starts with. */
export function visitorsIn(description: Description): StoredVisitor[] {
  const visitors = answersWithVisitor(description)
    .flatMap(({ examples }) => examples.map(({ value }) => value))
    .filter(isNamed);
  // Several examples may show one visitor at different times, and the first counts.
  return visitors.filter(
    (visitor, index) =>
      visitors.findIndex(
        ({ id, user_id }) => id === visitor.id || (user_id !== undefined && user_id === visitor.user_id),
      ) === index,
  );
}

/** Checks a value against what the description says of a visitor; a description that knows none allows every value. */
export function visitorCheckOf(description: Description): Validate {
  return description.validators.of(answersWithVisitor(description)[0]?.schema, "response");
}

function answersWithVisitor({ operations }: Description): MediaType[] {
  return operations
    .flatMap(({ responses }) => responses)
    .filter(({ status }) => status.startsWith("2"))
    .flatMap(({ content }) => content)
    .filter(({ schema }) => typeof schema === "object" && schemaName(schema.$ref ?? "") === VISITOR);
}

// Examples are checked against their schemas where the description is linted.
function isNamed(example: unknown): example is StoredVisitor {
  return isObject(example) && typeof example["id" satisfies keyof StoredVisitor] === "string";
}
