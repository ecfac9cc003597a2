import type { CallToolResult } from "@modelcontextprotocol/server";

/** A result that says what went wrong: nothing is a protocol error, which a model would not be shown. */
export function failed(...texts: readonly string[]): CallToolResult {
  return { isError: true, content: texts.filter((text) => text !== "").map(textContent) };
}

export function textContent(text: string): { type: "text"; text: string } {
  return { type: "text", text };
}
