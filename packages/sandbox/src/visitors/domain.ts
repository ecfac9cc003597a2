import type { components, operations, Visitor } from "@visitors-api/client";
import type { Domain, Handler } from "../domain.ts";
import { errorList } from "./error-list.ts";
import type { Handlers } from "./handler.ts";
import { updateVisitor } from "./update-visitor.ts";

const schema = "Visitor" satisfies keyof components["schemas"];
const keys = ["id", "user_id"] as const satisfies (keyof Visitor)[];

/** An operation that leaves the description no longer compiles. */
const handlers: Handlers<operations> = { updateVisitor };

/** What the sandbox does as Intercom does. */
export const domain: Domain = {
  collections: [{ name: "visitors", itemName: "visitor", schema, keys }],
  // A request reaches its handler only when it is as described, and from the description the handler's types are made.
  handlers: handlers as Readonly<Record<string, Handler>>,
  errorDialect: errorList,
};
