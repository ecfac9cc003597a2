import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { type Run, runNode } from "@visitors-api/machine/run";

/** The file of the Redocly command line. */
export const redoclyCli = fileURLToPath(import.meta.resolve("@redocly/cli/bin/cli.js"));

/** Has it neither look for a newer version of itself nor tell anybody of its use. */
export const redoclyQuiet = { REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", REDOCLY_TELEMETRY: "off" };

const folder = dirname(fileURLToPath(import.meta.resolve("@visitors-api/spec/openapi.yaml")));

/** Runs the Redocly command line where the description and its settings are. It asks nobody but the servers it is given. */
export function redocly(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> {
  return runNode(redoclyCli, args, { cwd: folder, env: { ...redoclyQuiet, NO_COLOR: "1", ...env } });
}
