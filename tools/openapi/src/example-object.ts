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

/**
 * The examples of a parameter, a header or a media type, which has either `example` or `examples`. One whose value stands
 * elsewhere (`externalValue`) is left out: nothing is fetched.
 */
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
