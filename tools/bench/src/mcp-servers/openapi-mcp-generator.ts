import { join } from "node:path";
import { BenchmarkError } from "../harness/benchmark-error.ts";
import { executeNode } from "../harness/command.ts";
import { packageFile } from "../harness/packages.ts";
import type { McpServer } from "./mcp-server.ts";

const name = "openapi-mcp-generator";

/** Writes a server in TypeScript, which Node runs as it is. It takes tokens from variables that are named after their schemes. */
export const openapiMcpGenerator: McpServer = {
  name,
  package: name,
  does: "validates",
  async prepare({ description, url, token }, folder) {
    const output = join(folder, "server");
    const command = packageFile(name, "bin/openapi-mcp-generator.js");
    const args = [command, "--input", description, "--output", output, "--base-url", url];
    const { exitCode, output: said } = await executeNode(args, { cwd: folder });
    if (exitCode !== 0) throw new BenchmarkError(`${args.join(" ")}\nfailed:\n${said}`);
    return {
      args: [join(output, "src/index.ts")],
      env: { API_BASE_URL: url, BEARER_TOKEN_BEARERAUTH: token },
    };
  },
  argumentsOf: (requestBody) => ({ requestBody }),
};
