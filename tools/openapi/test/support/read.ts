import { parse } from "yaml";
import { type Description, type JsonObject, type Operation, readDescription } from "../../src/index.ts";

/** The versions whose examples are the same, and the section of each that describes the document's objects. */
export const versions = [
  ["3.0.4", "4.7"],
  ["3.1.1", "4.8"],
] as const;

export type Version = (typeof versions)[number][0];

/** An example as the specification has it, in YAML. */
export function yaml(text: string): JsonObject {
  return parse(text);
}

/** A document that has these fields. */
export function documentOf(version: Version, fields: object): JsonObject {
  return { openapi: version, info: { title: "Example", version: "1" }, paths: {}, ...fields };
}

export function read(version: Version, fields: object): Description {
  return readDescription(documentOf(version, fields));
}

/** The one operation of a document, `get /example`, that has these fields. */
export function readOperation(version: Version, operation: object, fields: object = {}): Operation {
  const paths = { "/example": { get: { responses: {}, ...operation } } };
  const [read, ...others] = readDescription(documentOf(version, { paths, ...fields })).operations;
  if (!read || others.length > 0) throw new Error("There is not one operation");
  return read;
}

/** The only one of a list. */
export function only<T>(list: readonly T[] | undefined): T {
  const [one, ...others] = list ?? [];
  if (one === undefined || others.length > 0) throw new Error(`There are ${list?.length ?? 0}, not one`);
  return one;
}
