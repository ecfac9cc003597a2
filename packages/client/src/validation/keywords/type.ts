import { type Check, fail } from "../check.ts";

export type TypeName = "array" | "boolean" | "integer" | "null" | "number" | "object" | "string";

/** `type`. */
export function type(...names: TypeName[]): Check {
  return (value) => {
    for (const name of names) if (isOfType(value, name)) return undefined;
    return fail(`must be ${names.map(withArticle).join(" or ")}`, typeOf(value), 10);
  };
}

function isOfType(value: unknown, name: TypeName): boolean {
  if (name === "integer") return Number.isInteger(value);
  // JSON has no others.
  return name === "number" ? Number.isFinite(value) : nameOf(value) === name;
}

function nameOf(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return nameOf(value) === "object";
}

/** A property that is undefined is not sent, so it is as good as none. */
export function has(value: Readonly<Record<string, unknown>>, key: string): boolean {
  return value[key] !== undefined && Object.hasOwn(value, key);
}

/** The type of a value, as a sentence names it. */
function typeOf(value: unknown): string {
  const isOdd = typeof value === "number" && !Number.isFinite(value);
  return isOdd ? `${value}` : withArticle(nameOf(value));
}

function withArticle(name: string): string {
  return /^(null|undefined)$/.test(name) ? name : `${/^[aio]/.test(name) ? "an" : "a"} ${name}`;
}
