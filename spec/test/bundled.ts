import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "./redocly.ts";

/** A value as JSON has it. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The bundle of openapi.yaml, which Turborepo writes before the tests. */
export const description: JsonObject = JSON.parse(
  readFileSync(join(packageFolder, "dist/openapi.json"), "utf8"),
);

/** Writes a JSON pointer (RFC 6901) below another. */
export function child(pointer: string, ...keys: (string | number)[]): string {
  return [pointer, ...keys.map((key) => String(key).replaceAll("~", "~0").replaceAll("/", "~1"))].join("/");
}

/** The value at a JSON pointer, in a document or by a `#/…` reference in it. */
export function at(document: Json, pointer: string): Json | undefined {
  const keys = pointer.replace(/^#/, "").split("/").slice(1);
  return keys.reduce<Json | undefined>((value, key) => {
    const name = key.replaceAll("~1", "/").replaceAll("~0", "~");
    if (Array.isArray(value)) return value[Number(name)];
    return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  }, document);
}
