import { join } from "node:path";
import type { Model, Operation, Type } from "@visitors-api/codegen";
import { emitTypes } from "@visitors-api/codegen/types";
import type { Prepared } from "../read/read.ts";

function fileOf(name: string): string {
  return JSON.stringify(join(import.meta.dirname, `../../../../packages/client/src/runtime/${name}.ts`));
}

/** What generated types refer to, without what makes requests, which the compiler would have to read too. */
export const runtime = `export type { $Read, $Write, Readable, Writable } from ${fileOf("access")};
export type { OptionalBody } from ${fileOf("options")};
declare global {
  interface Blob { readonly size: number; readonly type: string }
  interface ReadableStream<T> { getReader(): { read(): Promise<T> } }
}
`;

/** The types that are generated from a description, the exported types, and what each method takes and gives. */
export function declare({ normalized, description, model }: Prepared): string {
  // Where the generated types need something of the run time, they import it themselves.
  const types = emitTypes(normalized, description, model, "./runtime.ts");
  const aliases = model.schemas.map(({ name, component, directed }) => {
    const type = `components["schemas"][${JSON.stringify(component)}]`;
    return `export type ${name} = ${directed ? `runtime.Readable<${type}>` : type};`;
  });
  return `import type * as runtime from "./runtime.ts";
import Readable = runtime.Readable;
import Writable = runtime.Writable;
import OptionalBody = runtime.OptionalBody;
${types}
${aliases.join("\n")}
type Optional<T> = { readonly [K in keyof T]?: T[K] | null | undefined };
type Named = { readonly [name: string]: unknown };
export interface Calls {
${model.operations.map(declareCall).join("\n")}
}
`;
}

/**
 * Headers are as the client's `CallOptions` has them: those that need not be given may be null, to send none, and others
 * than the described ones are taken too.
 */
function declareCall(operation: Operation): string {
  const { name, input, headers, output, errors } = operation;
  const given = input.types.map(({ text }) => text).join(" & ") || "Record<string, never>";
  const sent = headers ? (headers.required ? headers.type.text : `Optional<${headers.type.text}>`) : "{}";
  const orNone = headers?.required ? "" : " | undefined";
  const answers = errors.map(({ status, body }) => `${JSON.stringify(status)}: ${union(body)};`);
  return `  ${JSON.stringify(name)}: {
    input: ${given}${input.optional ? " | undefined" : ""};
    headers: ${sent}${orNone};
    acceptedHeaders: (${sent} & Named)${orNone};
    output: ${union(output)};
    errors: { ${answers.join(" ")} };
  };`;
}

function union(types: readonly Type[]): string {
  return types.map(({ text }) => text).join(" | ") || "undefined";
}

/** The status under which a method documents an answer for another. */
export function coverOf(status: string, { errors }: Model["operations"][number]): string | undefined {
  const documented = new Set(errors.map((error) => error.status));
  return [status, `${status.slice(0, 1)}XX`, "default"].find((key) => documented.has(key));
}
