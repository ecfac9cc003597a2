import type { Tool } from "@modelcontextprotocol/server";
import type { ApiOperation } from "../api.ts";
import { isIdempotent, isSafe } from "../http-methods.ts";
import { rootOf } from "./root-of.ts";

/** A tool with all that there is to tell of it. */
export function wholeTool(operation: ApiOperation, isSandbox: boolean): Tool {
  const { name, title, description, input, output } = operation;
  return {
    name,
    title,
    description,
    inputSchema: rootOf(input),
    ...(output !== undefined && { outputSchema: rootOf(output) }),
    annotations: annotationsOf(operation, isSandbox),
  };
}

/**
 * What the method means (RFC 9110 § 9.2): only what is not safe can destroy anything, and what POST and PATCH do is for the API to say, so
 * that they may. A sandbox is all the world that its tools reach.
 */
function annotationsOf({ httpMethod }: ApiOperation, isSandbox: boolean): NonNullable<Tool["annotations"]> {
  const readOnlyHint = isSafe(httpMethod);
  return {
    readOnlyHint,
    destructiveHint: !readOnlyHint,
    idempotentHint: isIdempotent(httpMethod),
    openWorldHint: !isSandbox,
  };
}
