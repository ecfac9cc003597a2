import type { JsonObject } from "../json.ts";
import type { Shape } from "./shape.ts";

/** An object of the specification (OpenAPI 3.1 § 4.8), as far as a client depends on it. */
export interface ObjectType {
  /** With its article, as in "an operation". */
  readonly called: string;
  readonly many: string;
  readonly fields: Readonly<Record<string, Shape>>;
  /** What stands under keys that the description names itself, such as paths. */
  readonly others?: Shape;
  /** Without these fields it says nothing. */
  readonly required?: (node: JsonObject) => readonly string[];
  /**
   * The field of the Components Object that it can be referred to in; elsewhere references in its place are informal.
   */
  readonly component?: string;
}
