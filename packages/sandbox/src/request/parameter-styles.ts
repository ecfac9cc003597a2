import type { Parameter } from "../description/model.ts";

/** The text of a parameter is not what its style or its media type says; the message continues its name. */
export class NotSerialisedError extends Error {
  override readonly name = "NotSerialisedError";
}

const DELIMITERS = new Map([
  ["spaceDelimited", /%20| /],
  ["pipeDelimited", /%7C|\|/i],
]);

/**
 * Turns the text of one parameter into a value, by its style (OpenAPI 3.1 § 4.8.12.3) and the types it allows.
 * The styles `label` and `matrix` are taken as `simple`.
 */
export function deserialise(parameter: Parameter, text: string, decode: (part: string) => string): unknown {
  if (parameter.mediaType !== undefined) return parsedDocument(parameter.mediaType, decode(text));
  const parts = () =>
    text === "" ? [] : text.split(DELIMITERS.get(parameter.style) ?? /\s*,\s*/).map(decode);
  if (parameter.types.has("array")) return parts().map((part) => primitive(part, parameter.itemTypes));
  if (parameter.types.has("object")) return objectFrom(parameter, parts());
  return primitive(decode(text), parameter.types);
}

/** A scalar as the first type that fits; text stays text wherever text is allowed. */
export function primitive(text: string, types: ReadonlySet<string>): unknown {
  if (types.has("string")) return text;
  if ((types.has("number") || types.has("integer")) && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text))
    return Number(text);
  if (types.has("boolean") && (text === "true" || text === "false")) return text === "true";
  return types.has("null") && text === "" ? null : text;
}

/** `a=1,b=2` when exploded, `a,1,b,2` when not. */
function objectFrom(parameter: Parameter, parts: readonly string[]): object {
  const pairs = parameter.explode
    ? parts.map((part) => part.split(/=(.*)/s))
    : parts.flatMap((part, index) => (index % 2 === 0 ? [[part, parts[index + 1] ?? ""]] : []));
  return Object.fromEntries(
    pairs.map(([name = "", text = ""]) => [
      name,
      primitive(text, parameter.propertyTypes.get(name) ?? new Set()),
    ]),
  );
}

function parsedDocument(mediaType: string, text: string): unknown {
  if (!/[/+]json$/.test(mediaType)) return text;
  try {
    return JSON.parse(text);
  } catch {
    throw new NotSerialisedError("is not valid JSON");
  }
}
