import { Client, InMemoryTransport } from "@modelcontextprotocol/client";
import { buildModel } from "@visitors-api/codegen";
import { readDescription } from "@visitors-api/openapi";
import { createSandbox } from "@visitors-api/sandbox";
import { onTestFinished } from "vitest";
import type { Api } from "../../src/api.ts";
import { connect } from "../../src/connection/connect.ts";
import type { Connection } from "../../src/connection/connection.ts";
import type { Surroundings } from "../../src/connection/environment.ts";
import { toolsOf } from "../../src/describe/tools.ts";
import { serverFactory } from "../../src/server/create-server.ts";
import { generatedClient } from "./generated-client.ts";

export interface Connected {
  readonly client: Client;
  readonly api: Api;
  /** What the server calls with. */
  readonly connection: Connection;
  /** What the tools call, where it is not the API itself. */
  readonly fetched: readonly Request[];
}

export interface ConnectedOptions {
  /** Answers in place of the sandbox. */
  readonly fetch?: (request: Request) => Promise<Response> | Response;
  readonly surroundings?: Surroundings;
}

const noCredentials: Surroundings = { credentials: undefined, baseUrl: undefined, secrets: [] };

/** The official SDK's client, connected to a server of any description whose tools call a sandbox that behaves as it says. */
export async function connectedTo(document: object, options: ConnectedOptions = {}): Promise<Connected> {
  const { surroundings = noCredentials } = options;
  const description = readDescription(document);
  const { securitySchemes } = buildModel(description);
  const api: Api = {
    title: description.title,
    version: description.version,
    credentials: securitySchemes.map(({ option, kind }) => ({
      option,
      kind,
      variables: [`API_${option.toUpperCase()}`],
    })),
    baseUrlVariable: "API_BASE_URL",
    operations: toolsOf(description).map(({ tool }) => tool),
    resources: [],
    workflows: [],
  };
  const fetched: Request[] = [];
  const sandbox = createSandbox({ description: document, now: () => 0 });
  const answer = options.fetch ?? sandbox.fetch;
  const connection = connect({
    client: await generatedClient(description),
    credentials: api.credentials,
    surroundings,
    sandbox: async () => ({
      fetch: async (input, init) => {
        const request = new Request(input, init);
        fetched.push(request.clone());
        return answer(request);
      },
    }),
  });
  const factory = serverFactory({
    api,
    operations: api.operations,
    connection,
    readResource: async () => "",
    version: "0.0.0",
  });
  const [here, there] = InMemoryTransport.createLinkedPair();
  const server = factory();
  const client = new Client({ name: "test", version: "1.0.0" });
  await Promise.all([server.connect(there), client.connect(here)]);
  onTestFinished(async () => {
    await client.close();
    await server.close();
  });
  return { client, api, connection, fetched };
}
