import document from "@visitors-api/spec" with { type: "json" };
import { type Description, readDescription } from "./description.ts";

let own: Description | undefined;

/** The description of `@visitors-api/spec`, which all sandboxes that are given no other share. */
export function ownDescription(): Description {
  own ??= readDescription(document);
  return own;
}
