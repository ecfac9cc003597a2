import { deref, type Response, type Schemas, typesOf } from "@visitors-api/openapi";
import type { ToolSchema } from "../api.ts";
import { fitting } from "./fitting.ts";
import { valueSchema } from "./value-schema.ts";

export interface Output {
  readonly schema: ToolSchema;
  /** An answer is no object, which structured content has to be. */
  readonly isWrapped: boolean;
}

/** How long the schema of an answer may be, in characters. */
const longest = 4_000;

/**
 * The schema of what an operation answers; undefined where it answers no JSON, or one of several. Clients refuse an answer that is not
 * as its schema says, and an API may answer what its description does not have yet: so it says of which type things are, and not
 * which of them there always are.
 */
export function outputOf(
  responses: readonly Response[],
  schemas: Schemas,
  plainText: (markdown: string) => string,
): Output | undefined {
  const described = responses.flatMap(({ content }) => content.filter(({ kind }) => kind === "json"));
  const [first] = described;
  if (first === undefined) return undefined;
  const isSame = described.every(({ schema }) => JSON.stringify(schema) === JSON.stringify(first.schema));
  const schema = isSame ? first.schema : undefined;
  const types = [...typesOf(schema, schemas)];
  const isObject = types.length === 1 && types[0] === "object";
  const written = fitting(longest, (detail) =>
    valueSchema(deref(schema ?? true, schemas), { schemas, direction: "response", plainText, ...detail }),
  );
  if (isObject) return { schema: { ...written, type: "object" }, isWrapped: false };
  return { schema: { type: "object", properties: { result: written } }, isWrapped: true };
}
