import { exactJson } from "../../../json.ts";

/**
 * A number as it was typed: where a JavaScript number would be another, such as one beyond 2^53 or `1.10`, it is JSON text that
 * `JSON.stringify` writes as it is.
 *
 * @returns undefined for what is no number.
 */
export function exactNumber(text: string): unknown {
  const number = Number(text);
  if (!Number.isFinite(number)) return undefined;
  const isJson = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text);
  // Browsers before 2025 have no such thing, and send the nearest number.
  return String(number) === text || !isJson ? number : (exactJson.rawJSON?.(text) ?? number);
}

/** A value with numbers as JavaScript has them, for whoever looks at them. */
export function plainNumbers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainNumbers);
  if (typeof value !== "object" || value === null || value instanceof Blob) return value;
  if (exactJson.isRawJSON?.(value)) return JSON.parse(JSON.stringify(value));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plainNumbers(inner)]));
}
