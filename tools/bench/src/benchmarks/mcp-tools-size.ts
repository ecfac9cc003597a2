import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readDescription } from "@visitors-api/openapi";
import { toolsOf } from "../../../../packages/mcp/src/describe/tools.ts";
import { listTools } from "../../../../packages/mcp/src/tools/list-tools.ts";
import type { Benchmark } from "../benchmark.ts";
import { token } from "../contenders/contender.ts";
import { readOwnDescription } from "../description/description.ts";
import { growDescription } from "../description/synthetic.ts";
import { workFolder } from "../harness/folders.ts";
import { kilobytes } from "../harness/format.ts";
import { McpSession } from "../harness/mcp-session.ts";
import { versioned } from "../harness/packages.ts";
import { mcpServers } from "../mcp-servers/index.ts";
import { ownServer } from "../mcp-servers/own-server.ts";

/** Above and below the number from which this repository's server lists its tools in short. */
const numbers = [1, 20, 200];

export const mcpToolsSize: Benchmark = {
  name: "mcp-tools-size",
  title: "What a client is told of the tools",
  method:
    "The answer of `tools/list`, as JSON, for this repository's description grown to so many operations. Clients keep it, or most of " +
    "it, in the context of their model.",
  async run() {
    const results = [];
    for (const server of mcpServers) {
      const bytes = [];
      for (const number of numbers) {
        const description = growDescription(readOwnDescription(), number - 1);
        const tools =
          server === ownServer ? ownTools(description) : await listed(server, description, number);
        bytes.push(Buffer.byteLength(JSON.stringify(tools)));
      }
      results.push({ server: versioned(server), bytes });
    }
    return {
      tables: [
        {
          columns: ["", ...numbers.map((number) => (number === 1 ? "1 operation" : `${number} operations`))],
          rows: results.map(({ server, bytes }) => [server, ...bytes.map(kilobytes)]),
        },
      ],
      values: results,
    };
  },
};

/** The server that is built knows its own description alone; of any other, this is what it would list. */
function ownTools(description: object): readonly object[] {
  const operations = toolsOf(readDescription(description)).map(({ tool }) => tool);
  return listTools(operations, false);
}

async function listed(
  server: (typeof mcpServers)[number],
  description: object,
  number: number,
): Promise<readonly object[]> {
  const folder = workFolder("mcp-tools-size", server.name, String(number));
  const file = join(folder, "openapi.json");
  writeFileSync(file, JSON.stringify(description));
  const api = { description: file, url: "http://127.0.0.1:9", token };
  const session = await McpSession.start(await server.prepare(api, folder), folder);
  try {
    return await session.tools();
  } finally {
    await session.stop();
  }
}
