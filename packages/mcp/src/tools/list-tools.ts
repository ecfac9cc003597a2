import type { Tool } from "@modelcontextprotocol/server";
import type { ApiOperation } from "../api.ts";
import { briefTool } from "./brief-tool.ts";
import { searchTool } from "./search-tool.ts";
import { wholeTool } from "./whole-tool.ts";

/** With more tools than these, clients and models lose sight of them: each is told in short, and a tool finds the whole. */
export const mostWholeTools = 40;

/** What a client is told of the tools. */
export function listTools(operations: readonly ApiOperation[], isSandbox: boolean): Tool[] {
  if (operations.length <= mostWholeTools)
    return operations.map((operation) => wholeTool(operation, isSandbox));
  return [searchTool(operations), ...operations.map(briefTool)];
}
