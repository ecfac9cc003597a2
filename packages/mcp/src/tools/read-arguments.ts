import type { ApiOperation } from "../api.ts";

/** What the arguments of a tool are for a call of the client's method. */
export interface ReadArguments {
  readonly input: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, unknown>>;
  /** What to keep of the answer; all of it where there are none. */
  readonly fields: readonly string[];
  /** What is wrong with arguments that the validator of the input does not see. */
  readonly problems: readonly string[];
}

export function readArguments(
  { arguments: places, input: schema }: ApiOperation,
  given: object,
): ReadArguments {
  // Without a prototype, `__proto__` is a name like any other.
  const input: Record<string, unknown> = Object.create(null);
  const headers: Record<string, unknown> = Object.create(null);
  const problems: string[] = [];
  let fields: readonly string[] = [];
  for (const [name, value] of Object.entries(given)) {
    if (name === places.fields) {
      if (isTexts(value)) fields = value;
      else problems.push(`\`${name}\` must be a list of names.`);
    } else if (Object.hasOwn(places.headers, name)) {
      if (isScalar(value)) headers[places.headers[name] ?? name] = value;
      else problems.push(`\`${name}\` must be a text, a number or a boolean.`);
    } else {
      const of = Object.hasOwn(places.renamed, name) ? (places.renamed[name] ?? name) : name;
      if (!places.files.includes(name)) input[of] = value;
      else if (isBase64(value)) input[of] = bytesOf(value);
      else problems.push(`\`${name}\` must be bytes in Base64.`);
    }
  }
  for (const name of schema.required ?? []) {
    const isHeader = Object.hasOwn(places.headers, name);
    if (isHeader && !Object.hasOwn(given, name)) problems.push(`\`${name}\` is required.`);
  }
  return { input, headers, fields, problems };
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function isScalar(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** RFC 4648 § 4 and § 5, with line breaks as mail has them; or a list of such. */
function isBase64(value: unknown): value is string | string[] {
  if (Array.isArray(value)) return value.every((item) => typeof item === "string" && isBase64(item));
  return typeof value === "string" && /^[A-Za-z0-9+/_\s-]*={0,2}\s*$/.test(value);
}

function bytesOf(value: string | string[]): Blob | Blob[] {
  const blobOf = (text: string): Blob => new Blob([Buffer.from(text, "base64")]);
  return typeof value === "string" ? blobOf(value) : value.map(blobOf);
}
