import { mostWholeTools } from "../tools/list-tools.ts";
import { searchToolName } from "../tools/search-tool.ts";
import type { Served } from "./create-server.ts";

/** What a client tells its model of the server. */
export function instructions({ api, operations, connection }: Served): string {
  const { title, version, credentials, baseUrlVariable } = api;
  const variables =
    credentials.flatMap((credential) => credential.variables).join(" and ") || baseUrlVariable;
  return [
    `Each tool is an operation of the ${title} ${version}.`,
    connection.isSandbox
      ? `They call a sandbox in this process, which behaves as the API is described and forgets all when it ends: nothing reaches the real API. Tell the user so when results matter. With ${variables} in its environment the server calls the API.`
      : "They call the API itself: what they change is changed.",
    operations.length > mostWholeTools
      ? `There are ${operations.length} tools, which are listed in short: find one with ${searchToolName(operations)}, which tells all of it.`
      : "",
    `The whole reference is the resource docs:///reference.md.`,
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}
