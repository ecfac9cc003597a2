import {
  ProtocolError,
  ProtocolErrorCode,
  ResourceNotFoundError,
  Server,
} from "@modelcontextprotocol/server";
import type { Api, ApiOperation } from "../api.ts";
import type { Connection } from "../connection/connection.ts";
import { listTools } from "../tools/list-tools.ts";
import { callHandler } from "./call-handler.ts";
import { instructions } from "./instructions.ts";
import { promptArguments, promptText } from "./prompt-text.ts";
import { resourceAt } from "./resource-at.ts";

/** What a server is made of. It is the same for every client. */
export interface Served {
  readonly api: Api;
  /** Those of the API that are tools. */
  readonly operations: readonly ApiOperation[];
  readonly connection: Connection;
  /** Reads the text of a resource by the name of its file. */
  readonly readResource: (file: string) => Promise<string>;
  /** Of this package. */
  readonly version: string;
  /** Is told of each call when it has ended, in one line without arguments. */
  readonly onCall?: ((line: string) => void) | undefined;
}

/**
 * Makes what makes the server of a client: over HTTP there is one for each request. Schemas are made beforehand and validators are the
 * client's, so it is the SDK's lower layer, which has none of its own in between.
 */
export function serverFactory(served: Served): () => Server {
  const { api, operations, connection, version } = served;
  const tools = listTools(operations, connection.isSandbox);
  const names = new Set(operations.map(({ name }) => name));
  // A workflow is of no use without a tool that it calls.
  const workflows = api.workflows.filter(({ steps }) => steps.every(({ tool }) => names.has(tool)));
  const handleCall = callHandler(served);
  const text = instructions(served);

  return () => {
    const server = new Server(
      { name: "visitors-mcp", title: api.title, version },
      { capabilities: { tools: {}, resources: {}, prompts: {} }, instructions: text },
    );
    server.setRequestHandler("tools/list", () => ({ tools }));
    server.setRequestHandler("tools/call", ({ params }, { mcpReq }) =>
      handleCall(params.name, params.arguments ?? {}, mcpReq),
    );
    server.setRequestHandler("resources/list", () => ({
      resources: api.resources.map(({ mediaType: mimeType, file: _, ...resource }) => ({
        ...resource,
        mimeType,
      })),
    }));
    server.setRequestHandler("resources/templates/list", () => ({ resourceTemplates: [] }));
    server.setRequestHandler("resources/read", async ({ params: { uri } }) => {
      const resource = resourceAt(uri, api.resources);
      if (resource === undefined) throw new ResourceNotFoundError(uri);
      const { uri: own, mediaType: mimeType, file } = resource;
      return { contents: [{ uri: own, mimeType, text: await served.readResource(file) }] };
    });
    server.setRequestHandler("prompts/list", () => ({
      prompts: workflows.map((workflow) => ({
        name: workflow.name,
        title: workflow.title,
        description: workflow.description || workflow.title,
        arguments: promptArguments(workflow),
      })),
    }));
    server.setRequestHandler("prompts/get", ({ params }) => {
      const workflow = workflows.find(({ name }) => name === params.name);
      if (workflow === undefined) {
        const known = workflows.map(({ name }) => name).join(", ") || "none";
        throw new ProtocolError(
          ProtocolErrorCode.InvalidParams,
          `No prompt has this name; there is ${known}.`,
        );
      }
      const content = { type: "text" as const, text: promptText(workflow, params.arguments ?? {}) };
      return { description: workflow.title, messages: [{ role: "user" as const, content }] };
    });
    return server;
  };
}
