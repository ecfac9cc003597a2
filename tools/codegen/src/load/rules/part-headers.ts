import { isObject } from "../json.ts";
import type { Visit } from "../objects/walk.ts";
import type { Context } from "./rule.ts";

/**
 * OpenAPI 3.1 § 4.8.15.1: the headers of a multipart body's part, which the platform's forms have no place for. `Content-Type` is
 * to be ignored among them.
 */
export function partHeaders({ node }: Visit, { findings }: Context): undefined {
  const { headers } = node;
  const names = isObject(headers) ? Object.keys(headers) : [];
  if (names.every((name) => name.toLowerCase() === "content-type")) return;
  findings.oddity({ node, key: "headers", isKey: true }, "The headers of a form's parts are not sent.");
}
