import { fileURLToPath } from "node:url";
import { binOf } from "@visitors-api/machine/bin";
import { type StartedServer, startServer } from "@visitors-api/machine/start";

/**
 * Starts the sandbox's own command, as it is published, on a free port.
 *
 * @param flags of the command, beside its port
 * @param node What runs it. Default: the Node that runs this.
 */
export function startSandboxCommand(
  flags: readonly string[] = [],
  node = process.execPath,
): Promise<StartedServer> {
  return startServer(node, [sandboxCommand(), "--port", "0", ...flags]);
}

/** The file of the sandbox's command. */
export function sandboxCommand(): string {
  return binOf(fileURLToPath(import.meta.resolve("@visitors-api/sandbox/package.json")));
}
