import type { ObjectName } from "./object-name.ts";

/** What may stand in a place of a description. */
export interface Shape {
  /**
   * `anything` is looked at by nobody, or says itself what it is; a `value` is an example, in whose place a reference
   * to a file may stand; a `list` and a `map` hold what `of` says.
   */
  readonly is: "anything" | "value" | "string" | "boolean" | "number" | "list" | "map" | "object";
  readonly of?: ObjectName | "string";
  /** The strings that are allowed. */
  readonly among?: readonly string[];
  /** A client is the same, but for words and limits, whatever stands there. */
  readonly informal?: true;
}

export const anything: Shape = { is: "anything" };
export const value: Shape = { is: "value" };
export const string: Shape = { is: "string" };
export const boolean: Shape = { is: "boolean" };
export const strings: Shape = { is: "list", of: "string" };
export const values: Shape = { is: "list" };

/** Words for a reader. */
export const text: Shape = { is: "string", informal: true };
/** What validators alone read. */
export const limit: Shape = { is: "number", informal: true };
export const flag: Shape = { is: "boolean", informal: true };

export const among = (...strings: string[]): Shape => ({ is: "string", among: strings });
export const one = (of: ObjectName): Shape => ({ is: "object", of });
export const list = (of: ObjectName): Shape => ({ is: "list", of });
export const map = (of: ObjectName | "string"): Shape => ({ is: "map", of });
export const informal = (shape: Shape): Shape => ({ ...shape, informal: true });
