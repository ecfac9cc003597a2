import type { CallToolResult, ServerContext } from "@modelcontextprotocol/server";
import type { Attempt } from "@visitors-api/client";
import { failed } from "../results/result.ts";
import { callTool } from "../tools/call-tool.ts";
import { closestNames } from "../tools/closest-names.ts";
import { mostWholeTools } from "../tools/list-tools.ts";
import { searchToolName, searchTools } from "../tools/search-tool.ts";
import type { Served } from "./create-server.ts";

type RequestContext = Pick<ServerContext["mcpReq"], "signal" | "_meta" | "notify">;

/** Makes what answers a call of any tool. */
export function callHandler({ api, operations, connection, onCall }: Served) {
  const byName = new Map(operations.map((operation) => [operation.name, operation]));
  const searchName = operations.length > mostWholeTools ? searchToolName(operations) : undefined;
  const names = [...byName.keys(), ...(searchName === undefined ? [] : [searchName])];

  return async (name: string, given: object, context: RequestContext): Promise<CallToolResult> => {
    if (name === searchName) return searchTools(operations, { ...given }, connection.isSandbox);
    const operation = byName.get(name);
    if (operation === undefined) {
      return failed(`No tool has this name; there is ${closestNames(name, names).join(", ") || "none"}.`);
    }
    const started = performance.now();
    let last: Attempt | undefined;
    const progress = progressOf(context);
    const onAttempt = (attempt: Attempt): void => {
      last = attempt;
      progress(attempt);
    };
    const { signal } = context;
    try {
      const result = await callTool({ operation, arguments: given, signal, onAttempt }, connection, api);
      onCall?.(callLine(name, result.isError ? "failed" : "answered", started, last));
      return result;
    } catch (error) {
      onCall?.(callLine(name, "was taken back", started, last));
      throw error;
    }
  };
}

/** Tells a client that wants to know that a call waits for its next attempt, and why. */
function progressOf({ _meta, notify }: RequestContext): (attempt: Attempt) => void {
  const progressToken = _meta?.progressToken;
  if (progressToken === undefined) return () => {};
  return ({ attempt, status, error, retryIn }) => {
    if (retryIn === undefined) return;
    const reason = error instanceof Error ? error.name : String(error);
    const what = status === undefined ? `failed (${reason})` : `was answered ${status}`;
    const message = `Attempt ${attempt} ${what}; the next is in ${(retryIn / 1000).toFixed(1)} s.`;
    // A client that has gone away in the meantime is told nothing.
    notify({ method: "notifications/progress", params: { progressToken, progress: attempt, message } }).catch(
      () => {},
    );
  };
}

function callLine(name: string, how: string, started: number, last: Attempt | undefined): string {
  const milliseconds = Math.round(performance.now() - started);
  const attempts = last === undefined ? "nothing was sent" : `attempts: ${last.attempt}`;
  const status = last?.status === undefined ? "" : `${last.status}, `;
  return `${new Date().toISOString()} ${name} ${how}: ${status}${attempts}, ${milliseconds} ms`;
}
