import type { Api } from "../api.ts";
import { tokenVariable } from "../http/access-token.ts";

/** What the command prints about itself. */
export function help({ title, credentials, baseUrlVariable }: Api): string {
  const variables = [
    ...credentials
      .flatMap((credential) => credential.variables)
      .map((name) => [name, "what the API knows you by"]),
    [baseUrlVariable, "where the API is (default: the first server of its description)"],
    [tokenVariable, "what clients have to show with --http (default: a new one each time)"],
  ];
  const width = Math.max(...variables.map(([name = ""]) => name.length));
  return `Usage: visitors-mcp [options]

Serves the operations of the ${title} as tools of the Model Context Protocol, on standard input and output. Without a credential in
the environment the tools call a sandbox in this process.

Options:
  --tools <names>   only these tools, with commas between
  --tag <names>     only the tools of operations with these tags; with --tools, those too
  --read-only       only tools that change nothing
  --http <port>     on http://127.0.0.1:<port>/mcp instead, 0 for a free port
  --verbose         a line for each call, on standard error
  --help, -h        print this and exit
  --version         print the version and exit

Environment:
${variables.map(([name = "", about = ""]) => `  ${name.padEnd(width)}  ${about}\n`).join("")}`;
}
