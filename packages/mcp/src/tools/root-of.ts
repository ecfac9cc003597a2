import type { Tool } from "@modelcontextprotocol/server";
import type { ToolSchema } from "../api.ts";

/** The root of a tool's schema is an object by the way that it is made, and JSON by the way that it is kept. */
export function rootOf(schema: ToolSchema): Tool["inputSchema"] {
  return schema as Tool["inputSchema"];
}
