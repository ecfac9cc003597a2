import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { limits } from "@visitors-api/machine/limits";
import { packageFolder } from "./redocly.ts";

/** A value as JSON has it. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The bundle of openapi.yaml as it is now, not as it was when dist/ was last written. The files that import it share it. */
export const description: JsonObject = bundled();

function bundled(): JsonObject {
  const folder = mkdtempSync(join(tmpdir(), "bundled-"));
  try {
    const output = join(folder, "openapi.json");
    execFileSync(process.execPath, [join(packageFolder, "bundle.ts"), "--output", output], {
      timeout: limits.process,
    });
    return JSON.parse(readFileSync(output, "utf8"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

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
