import type { McpServer } from "./mcp-server.ts";
import { openapiMcpGenerator } from "./openapi-mcp-generator.ts";
import { openapiMcpServer } from "./openapi-mcp-server.ts";
import { ownServer } from "./own-server.ts";

/** In the order of the tables. */
export const mcpServers: readonly McpServer[] = [ownServer, openapiMcpServer, openapiMcpGenerator];
