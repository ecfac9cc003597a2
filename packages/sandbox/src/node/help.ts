import type { Domain } from "../domain.ts";
import type { CollectionDefinition } from "../state/collection.ts";
import { CONDUCT_HELP } from "./conduct.ts";
import { DESCRIPTION_HELP } from "./description/flags.ts";
import { commandName } from "./manifest.ts";

/** What the command prints about itself. */
export function help(domain: Domain | undefined): string {
  const collections = domain?.collections ?? [];
  return `Usage: ${commandName()} [options]

Serves an API that behaves as its OpenAPI description says, for as long as it runs or, with --data, longer.

Options:
  --port <number>         port to listen on, 0 for a free one (default: 4010)
  --host <address>        address to listen on (default: 127.0.0.1, which no other machine can reach)
  --token <token>         the only bearer token to accept (default: any)
  --data <file>           SQLite file to keep what it holds in, made if there is none (default: kept in memory)
  --seed <file>           JSON list of ${listOf(collections)} to start with, and to go back to on a reset; a --data file that has
                          some keeps those (default: those in the examples of the description)
${DESCRIPTION_HELP}\
${CONDUCT_HELP}\
  --help, -h              print this and exit
  --version               print the version and exit

While it runs, with the same token as the API:
${collections.flatMap(linesOf).join("")}\
${line("POST /_sandbox/seed", `add a JSON list of ${listOf(collections)}, in place of those that have the same key`)}\
${line("POST /_sandbox/reset", "back to what it started with")}\
${line("GET  /_sandbox/requests", "the last 100 requests, without credentials")}\
${line("GET  /_sandbox/health", "whether it is up, for which no token is needed")}`;
}

function linesOf({ name, itemName, keys: [first] }: CollectionDefinition): string[] {
  return [
    line(`GET  /_sandbox/${name}`, "what it holds; ?limit=50 and ?cursor=<next_cursor> for the pages"),
    line(`GET  /_sandbox/${name}/<${first}>`, `one ${itemName}`),
  ];
}

function line(request: string, what: string): string {
  return `  ${request.padEnd(28)}  ${what}\n`;
}

function listOf(collections: readonly CollectionDefinition[]): string {
  return collections.map(({ name }) => name).join(" or ") || "items";
}
