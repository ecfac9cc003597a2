import { readFileSync } from "node:fs";
import { packageFile } from "../harness/packages.ts";
import type { McpServer } from "./mcp-server.ts";

/** This repository's: what it knows of the description was made when it was built. */
export const ownServer: McpServer = {
  name: "@visitors-api/mcp",
  package: "@visitors-api/mcp",
  does: "validates, retries, structured answers",
  prepare({ url, token }) {
    const { credentials, baseUrlVariable }: Built = JSON.parse(
      readFileSync(packageFile("@visitors-api/mcp", "dist/api.json"), "utf8"),
    );
    const tokens = credentials.flatMap(({ variables }) => variables).map((variable) => [variable, token]);
    return {
      args: [packageFile("@visitors-api/mcp", "dist/main.js")],
      env: { ...Object.fromEntries(tokens), [baseUrlVariable]: url },
    };
  },
  argumentsOf: (body) => ({ ...Object(body) }),
};

interface Built {
  readonly credentials: readonly { readonly variables: readonly string[] }[];
  readonly baseUrlVariable: string;
}
