import { type ParseArgsConfig, parseArgs } from "node:util";
import { UsageError } from "@visitors-api/machine/usage-error";

/**
 * Reads arguments as `parseArgs` does, and says in one line what is wrong with them.
 *
 * @throws UsageError
 */
export function parseOptions<const Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    // parseArgs adds advice on `--` after the first sentence.
    const [reason = ""] = (error instanceof Error ? error.message : String(error)).split(/\. |\n/, 1);
    throw new UsageError(reason.replace(/\.$/, ""));
  }
}
