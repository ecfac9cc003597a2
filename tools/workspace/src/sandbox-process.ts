import { fileURLToPath } from "node:url";
import { binOf } from "@visitors-api/machine/bin";
import { type StartedServer, startServer } from "@visitors-api/machine/start";

/**
 * Starts the built sandbox's own command on loopback.
 *
 * @param port 0 lets the system choose a free one
 * @param flags of the command, beside its port
 * @throws {Error} when it ends, or says no address
 */
export function startSandbox(port: number, flags: readonly string[] = []): Promise<StartedServer> {
  const command = binOf(fileURLToPath(import.meta.resolve("@visitors-api/sandbox/package.json")));
  return startServer(process.execPath, [command, "--port", String(port), ...flags]);
}
