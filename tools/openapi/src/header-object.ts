import type { Deprecation } from "./deprecation.ts";
import type { Example, ExternalExample } from "./example-object.ts";
import { entriesOf, type JsonObject, objectOrEmpty } from "./json.ts";
import { readValue } from "./parameter-object.ts";
import { resolve } from "./reference-object.ts";
import type { Schema } from "./schema-object.ts";
import type { Serialization } from "./style.ts";

/** OpenAPI 3.1 § 4.8.21. */
export interface Header extends Serialization, Deprecation {
  /** As the description has it; headers are the same in either case. */
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly schema: Schema | undefined;
  readonly examples: readonly Example[];
  /** Undefined where there are none. */
  readonly externalExamples?: readonly ExternalExample[] | undefined;
}

/** @param headers The field `headers` of a Response Object: `Content-Type` in it is ignored (OpenAPI 3.1 § 4.8.17). */
export function readHeaders(document: object, headers: unknown): Header[] {
  return entriesOf(headers)
    .filter(([name]) => name.toLowerCase() !== "content-type")
    .map(([name, reference]) => {
      const header = resolve<JsonObject>(document, objectOrEmpty(reference));
      return { name, required: header["required"] === true, ...readValue(document, header, "header") };
    });
}
