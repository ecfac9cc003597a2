import * as client from "@visitors-api/client";
import { operationSchemas } from "@visitors-api/client/schemas";
import { connect } from "../connection/connect.ts";
import type { GeneratedClient } from "../connection/connection.ts";
import { readEnvironment } from "../connection/environment.ts";
import { selectOperations } from "../tools/select-operations.ts";
import type { Arguments } from "./arguments.ts";
import { readApi, readResource, version } from "./package-files.ts";

/** Serves until the client goes away or, over HTTP, a signal ends it. */
export async function run({ selection, http, verbose }: Arguments): Promise<void> {
  const api = readApi();
  const connection = connect({
    // The generator makes the methods and the validators of the same description as the tools.
    client: { ...client, operationSchemas } as unknown as GeneratedClient,
    credentials: api.credentials,
    surroundings: readEnvironment(api, process.env),
    // It reads the description: that takes a while, and a client that only looks need not wait for it.
    sandbox: async () => (await import("@visitors-api/sandbox")).createSandbox(),
  });
  const operations = selectOperations(api.operations, selection);
  // With the SDK, which takes longer to load than all the rest: what is wrong is said before.
  const { serverFactory } = await import("../server/create-server.ts");
  const factory = serverFactory({
    api,
    operations,
    connection,
    readResource,
    version: version(),
    onCall: verbose ? (line) => console.error(connection.redact(line)) : undefined,
  });
  if (http === undefined) {
    const { serveStdio } = await import("../stdio/serve-stdio.ts");
    return serveStdio(factory);
  }
  const { serveUntilSignal } = await import("../http/serve-until-signal.ts");
  await serveUntilSignal(factory, http);
}
