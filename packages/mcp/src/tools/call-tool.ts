import type { CallToolResult } from "@modelcontextprotocol/server";
import type { Attempt } from "@visitors-api/client";
import type { Api, ApiOperation } from "../api.ts";
import type { Connection } from "../connection/connection.ts";
import { answerOf } from "../results/answer.ts";
import { failureTexts } from "../results/failure.ts";
import { failed } from "../results/result.ts";
import { readArguments } from "./read-arguments.ts";

export interface ToolCall {
  readonly operation: ApiOperation;
  readonly arguments: object;
  /** Aborted when the client takes the call back, and when it goes away. */
  readonly signal: AbortSignal;
  readonly onAttempt: (attempt: Attempt) => void;
}

/**
 * Calls the API as a tool says. Whatever goes wrong is a result.
 *
 * @throws what the signal was aborted with: nobody waits for a result then.
 */
export async function callTool(
  { operation, arguments: given, signal, onAttempt }: ToolCall,
  connection: Connection,
  { credentials }: Pick<Api, "credentials">,
): Promise<CallToolResult> {
  const { method, httpMethod, errors, arguments: places } = operation;
  try {
    const { input, headers, fields, problems } = readArguments(operation, given);
    const issues = connection.problemsOf(method, input).map((issue) => issueText(issue, operation));
    // Several alternatives may say the same.
    const all = [...new Set([...problems, ...issues])];
    if (all.length > 0) {
      return failed(
        `The arguments are not as described, and nothing was sent:\n${all.map((text) => `- ${text}`).join("\n")}`,
      );
    }
    const data = await connection.call(method, input, {
      headers,
      signal,
      onAttempt,
      ...(places.hasIdempotencyKey && { idempotencyKey: true as const }),
    });
    return redacted(await answerOf(operation, data, fields), connection);
  } catch (error) {
    signal.throwIfAborted();
    const callError = connection.callErrorOf(error);
    const texts =
      callError === undefined
        ? [`The request could not be made: ${error instanceof Error ? error.message : String(error)}`]
        : failureTexts(callError, { httpMethod, errors, credentials, isSandbox: connection.isSandbox });
    return redacted(failed(...texts), connection);
  }
}

/** By the name of the argument, where that is another than the property's. */
function issueText(
  { path, message }: { readonly path: readonly PropertyKey[]; readonly message: string },
  { arguments: { renamed } }: ApiOperation,
): string {
  const [first, ...rest] = path.map(String);
  const argument = Object.entries(renamed).find(([, input]) => input === first)?.[0] ?? first;
  const where = argument === undefined ? "" : `\`${[argument, ...rest].map(shortKey).join(".")}\` `;
  return `${where}${message}.`;
}

/** A key may be as long as whoever made it up likes. */
function shortKey(key: string): string {
  return key.length > 50 ? `${key.slice(0, 50)}…` : key;
}

function redacted(result: CallToolResult, { redact }: Connection): CallToolResult {
  const text = JSON.stringify(result);
  const without = redact(text);
  // Parsing what was just printed gives the same structure.
  return without === text ? result : (JSON.parse(without) as CallToolResult);
}
