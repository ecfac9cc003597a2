import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { type Run, runNode } from "@visitors-api/machine/run";

const cli = fileURLToPath(import.meta.resolve("@redocly/cli/bin/cli.js"));
const folder = dirname(fileURLToPath(import.meta.resolve("@visitors-api/spec/openapi.yaml")));

/** Runs the Redocly command line where the description and its settings are. It asks nobody but the servers it is given. */
export function redocly(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> {
  const quiet = { REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", REDOCLY_TELEMETRY: "off", NO_COLOR: "1" };
  return runNode(cli, args, { cwd: folder, env: { ...quiet, ...env } });
}
