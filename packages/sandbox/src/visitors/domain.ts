import type { components, operations, Visitor } from "@visitors-api/client";
import { allParts, type Operation, schemaName } from "@visitors-api/openapi";
import type { DomainOf, Handler } from "../domain.ts";
import type { CollectionDefinition } from "../state/collection.ts";
import { errorList } from "./error-list.ts";
import type { Handlers } from "./handler.ts";
import { updateVisitor } from "./update-visitor.ts";

const schema = "Visitor" satisfies keyof components["schemas"];
const keys = ["id", "user_id"] as const satisfies (keyof Visitor)[];

/** An operation that leaves the description no longer compiles. */
const handlers: Handlers<operations> = { updateVisitor };

export const visitors: CollectionDefinition = { name: "visitors", itemName: "visitor", schema, keys };

/**
 * What the sandbox does as Intercom does, of what a description has: visitors, where it has their schema with the keys, and the operations
 * that are asked about one and answer with it. Any other operation of one of these names is another API's.
 */
export const domainOf: DomainOf = ({ schemas, operations }) => {
  const described = Object.hasOwn(schemas, schema) ? allParts(schemas[schema] ?? true, schemas) : [];
  const hasKeys = keys.every((key) =>
    described.some(({ properties = {} }) => Object.hasOwn(properties, key)),
  );
  if (!hasKeys) return { collections: [], handlers: {}, errorDialect: errorList };
  const applicable = Object.entries(handlers).filter(([id]) =>
    operations.some((operation) => operation.id === id && isAboutVisitor(operation)),
  );
  return {
    collections: [visitors],
    // A request reaches its handler only when it is as described, and from the description the handler's types are made.
    handlers: Object.fromEntries(applicable) as Readonly<Record<string, Handler>>,
    errorDialect: errorList,
  };
};

function isAboutVisitor({ requestBody, responses }: Operation): boolean {
  const answers = responses.filter(({ status }) => status.startsWith("2")).flatMap(({ content }) => content);
  return (
    requestBody !== undefined &&
    answers.some(
      (answer) => typeof answer.schema === "object" && schemaName(answer.schema.$ref ?? "") === schema,
    )
  );
}
