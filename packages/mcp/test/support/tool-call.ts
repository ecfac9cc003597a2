import type { CallToolResult } from "@modelcontextprotocol/client";
import type { Model } from "@visitors-api/codegen";
import { exampleCall } from "@visitors-api/codegen/example-call";
import type { Description, Operation } from "@visitors-api/openapi";
import type { ApiOperation } from "../../src/api.ts";

export interface ExampleToolCall {
  readonly arguments: Record<string, unknown>;
  /** What the client's method takes for the same. */
  readonly input: object;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** The call that the examples of an operation make, of its tool and of the client's method. */
export function exampleToolCall(
  description: Description,
  model: Model,
  operation: Operation,
  { arguments: { renamed, headers } }: ApiOperation,
): ExampleToolCall {
  const { input, options } = exampleCall(description, model, operation);
  const argumentOf = (places: Readonly<Record<string, string>>, name: string): string =>
    Object.entries(places).find(([, of]) => of === name)?.[0] ?? name;
  // Headers that have a default are sent by themselves.
  const given = Object.entries(options.headers).filter(([name]) => Object.values(headers).includes(name));
  return {
    input,
    headers: Object.fromEntries(given),
    arguments: Object.fromEntries([
      ...Object.entries(input).map(([name, value]) => [argumentOf(renamed, name), value]),
      ...given.map(([name, value]) => [argumentOf(headers, name), value]),
    ]),
  };
}

/** All the text of a result. */
export function textOf({ content }: Pick<CallToolResult, "content">): string {
  return content.map((block) => (block.type === "text" ? block.text : "")).join("\n");
}
