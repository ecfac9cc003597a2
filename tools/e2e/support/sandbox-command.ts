import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type StartedServer, startServer } from "@visitors-api/machine/start";

/**
 * Starts the sandbox's own command, as it is published, on a free port.
 *
 * @param flags of the command, beside its port
 * @param node What runs it. Default: the Node that runs this.
 */
export async function startSandboxCommand(
  flags: readonly string[] = [],
  node = process.execPath,
): Promise<StartedServer> {
  return startServer(node, [await sandboxCommand(), "--port", "0", ...flags]);
}

/** The file of the sandbox's command. */
export async function sandboxCommand(): Promise<string> {
  const manifest = fileURLToPath(import.meta.resolve("@visitors-api/sandbox/package.json"));
  const { bin }: { bin: Record<string, string> } = JSON.parse(await readFile(manifest, "utf8"));
  const [command] = Object.values(bin);
  if (command === undefined) throw new Error(`${manifest} names no command`);
  return join(dirname(manifest), command);
}
