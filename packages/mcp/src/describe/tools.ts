import { buildModel, type Operation as GeneratedOperation } from "@visitors-api/codegen";
import { plainText } from "@visitors-api/docs/plain-text";
import type { Description } from "@visitors-api/openapi";
import type { ApiOperation } from "../api.ts";
import { operationTool } from "./operation-tool.ts";
import { ToolNames } from "./tool-names.ts";

/** The tool of an operation, and what the description calls that. */
export interface DescribedTool {
  readonly id: string;
  readonly tool: ApiOperation;
}

/** A tool for each operation of a description that the generated client has a method for, which is each that can be called. */
export function toolsOf(description: Description): DescribedTool[] {
  const { operations: generated } = buildModel(description);
  const names = new ToolNames();
  // A schema is told of wherever it is referred to, and in more and less detail until it fits.
  const texts = new Map<string, string>();
  const plain = (markdown: string): string => {
    const text = texts.get(markdown) ?? plainText(markdown) ?? "";
    texts.set(markdown, text);
    return text;
  };
  return description.operations.flatMap((operation, index): DescribedTool[] => {
    const method: GeneratedOperation | undefined = generated[index];
    // The platform's `fetch` refuses TRACE.
    if (method === undefined || operation.method === "trace") return [];
    const { id } = method;
    const title = operation.summary.trim() || id;
    const context = {
      description,
      generated: method,
      title: plain(title),
      name: names.take(id),
      plainText: plain,
    };
    return [{ id, tool: operationTool(operation, context) }];
  });
}
