import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { token } from "../contenders/contender.ts";
import { firstCallTask } from "../description/call.ts";
import { readOwnDescription } from "../description/description.ts";
import { BenchmarkError } from "./benchmark-error.ts";
import { execute } from "./command.ts";
import type { LoadOrder, LoadResult } from "./load-generator.ts";
import { pinned } from "./pinned.ts";

/** As many as a browser and a few programs open together; one server is busy with fewer. */
const connections = 32;

/** The request that servers are measured with: the description's first operation, with its first example. */
export function measuredRequest() {
  const [call] = firstCallTask(readOwnDescription()).calls;
  if (call === undefined) throw new BenchmarkError("The description has no operation.");
  return {
    method: call.method,
    path: call.path,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify(call.body),
  };
}

/**
 * Asks once, and looks whether the answer is what it should be.
 *
 * @throws {BenchmarkError} when it is no 200 that says what the request did.
 */
export async function checkAnswer(name: string, ask: () => Response | Promise<Response>): Promise<void> {
  const response = await ask();
  const text = await response.text();
  const sent: Record<string, unknown> = JSON.parse(measuredRequest().body);
  const answered: Record<string, unknown> = response.ok ? JSON.parse(text) : {};
  const differs = Object.keys(sent).find((key) => !isDeepStrictEqual(answered[key], sent[key]));
  if (response.status !== 200 || differs !== undefined) {
    throw new BenchmarkError(`${name} answers ${response.status}, which is not what was asked for: ${text}`);
  }
}

/**
 * Has another process call a server.
 *
 * @throws {BenchmarkError} when that fails, or an answer is no 200.
 */
export async function load(url: string, until: LoadOrder["until"]): Promise<LoadResult> {
  const order: LoadOrder = { ...measuredRequest(), url, connections, until };
  const [command, args] = pinned(1, [join(import.meta.dirname, "load-generator.ts"), JSON.stringify(order)]);
  const { exitCode, output } = await execute(command, args, { cwd: import.meta.dirname });
  if (exitCode !== 0) throw new BenchmarkError(`${url} could not be called: ${output}`);
  const result: LoadResult = JSON.parse(output);
  if (result.others > 0) throw new BenchmarkError(`${result.others} answers of ${url} were no 200.`);
  return result;
}
