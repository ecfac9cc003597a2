import { entriesOf, type JsonObject, objectOrEmpty, textOf } from "./json.ts";
import { resolve } from "./reference-object.ts";

/** OpenAPI 3.1 § 4.8.19. */
export interface Example {
  /** Its key in `examples`; empty for the one of `example`. */
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly value: unknown;
}

/** An example whose value stands elsewhere. Nothing is fetched. */
export interface ExternalExample extends Pick<Example, "name" | "summary" | "description"> {
  /** A URL as the description has it. */
  readonly externalValue: string;
}

/** The examples of a parameter, a header or a media type, which has either `example` or `examples`, as far as their values are known. */
export function readExamples(document: object, holder: JsonObject): Example[] {
  if (holder["example"] !== undefined) {
    return [{ name: "", summary: "", description: "", value: holder["example"] }];
  }
  return entriesOf(holder["examples"]).flatMap(([name, reference]) => {
    const example = resolve<JsonObject>(document, objectOrEmpty(reference));
    if (!Object.hasOwn(example, "value")) return [];
    const { value, summary, description } = example;
    return [{ name, summary: textOf(summary), description: textOf(description), value }];
  });
}

/** The other examples of a parameter, a header or a media type: where their values are to be found. Undefined where there are none. */
export function readExternalExamples(document: object, holder: JsonObject): ExternalExample[] | undefined {
  const found = entriesOf(holder["examples"]).flatMap(([name, reference]) => {
    const example = resolve<JsonObject>(document, objectOrEmpty(reference));
    const { externalValue, summary, description } = example;
    if (Object.hasOwn(example, "value") || typeof externalValue !== "string") return [];
    return [{ name, summary: textOf(summary), description: textOf(description), externalValue }];
  });
  return found.length > 0 ? found : undefined;
}
