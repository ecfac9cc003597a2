import { packageFile } from "../harness/packages.ts";
import type { McpServer } from "./mcp-server.ts";

const name = "@ivotoby/openapi-mcp-server";

/** Reads the description each time it starts. */
export const openapiMcpServer: McpServer = {
  name,
  package: name,
  does: "passes on",
  prepare: ({ description, url, token }) => ({
    args: [
      packageFile(name, "bin/mcp-server.js"),
      ...["--api-base-url", url, "--openapi-spec", description],
      ...["--headers", `Authorization:Bearer ${token}`],
    ],
    env: {},
  }),
  argumentsOf: (body) => ({ ...Object(body) }),
};
