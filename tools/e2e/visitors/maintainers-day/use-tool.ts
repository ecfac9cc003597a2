import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import type { Checkout } from "./checkout.ts";

/** What an agent is told of a tool, and what comes of calling it. */
export interface UsedTool {
  readonly title: string | undefined;
  readonly answer: unknown;
}

/** Builds the tools of a checkout, and calls one as an agent does; they call a sandbox in their own process. */
export async function useTool(
  checkout: Checkout,
  name: string,
  given: Record<string, unknown>,
): Promise<UsedTool> {
  await checkout.buildTools();
  const client = new Client({ name: "maintainers-day", version: "1.0.0" });
  const server = { command: process.execPath, args: [checkout.path("packages/mcp/dist/main.js")] };
  await client.connect(new StdioClientTransport(server));
  try {
    const { tools } = await client.listTools();
    const { structuredContent } = await client.callTool({ name, arguments: given });
    return { title: tools.find((tool) => tool.name === name)?.title, answer: structuredContent };
  } finally {
    await client.close();
  }
}
