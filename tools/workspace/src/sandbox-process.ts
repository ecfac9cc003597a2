import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type StartedServer, startServer } from "@visitors-api/machine/start";

/**
 * Starts the built sandbox's own command on loopback.
 *
 * @param port 0 lets the system choose a free one
 * @param flags of the command, beside its port
 * @throws {Error} when it ends, or says no address
 */
export function startSandbox(port: number, flags: readonly string[] = []): Promise<StartedServer> {
  return startServer(process.execPath, [sandboxCommand(), "--port", String(port), ...flags]);
}

function sandboxCommand(): string {
  const manifest = fileURLToPath(import.meta.resolve("@visitors-api/sandbox/package.json"));
  const { bin }: { bin: Record<string, string> } = JSON.parse(readFileSync(manifest, "utf8"));
  const [command] = Object.values(bin);
  if (command === undefined) throw new Error(`${manifest} names no command under "bin".`);
  return join(dirname(manifest), command);
}
