import { readFileSync } from "node:fs";
import document from "@visitors-api/spec" with { type: "json" };
import { sandboxOf } from "../create-sandbox.ts";
import { readDescription } from "../description/description.ts";
import type { Arguments } from "./arguments.ts";
import { readSeedFile } from "./seed-file.ts";
import { type ServedAnswer, serveSandbox } from "./serve.ts";
import { SqliteStore } from "./sqlite-store.ts";
import { stopOnSignal } from "./stop.ts";
import { welcome } from "./welcome.ts";

/** Serves a sandbox until a signal stops it. */
export async function run({ port, host, token, data, seed, conduct }: Arguments): Promise<void> {
  let file: SqliteStore | undefined;
  const description = readDescription(document);
  const sandbox = sandboxOf(description, {
    ...conduct,
    ...(token !== undefined && { token }),
    ...(seed !== undefined && { visitors: readSeedFile(seed) }),
    ...(data !== undefined && {
      store: (start) => {
        file = new SqliteStore(data, start);
        return file;
      },
    }),
  });
  try {
    const server = await serveSandbox(sandbox, { port, host, onAnswer: logAnswer });
    stopOnSignal(async () => {
      await server.close();
      await sandbox.visitors.close();
    }, console.error);
    console.log(
      welcome({
        description,
        version: version(),
        url: server.url,
        token,
        visitor: (await sandbox.visitors.list(0, 1)).visitors[0],
        data: file && { path: file.path, isNew: file.isNew, visitors: await file.count(), seed },
      }),
    );
    if (!server.isLoopback) {
      console.error(`Warning: listening on ${host}, where other machines can reach it`);
    }
  } catch (error) {
    await sandbox.visitors.close();
    throw error;
  }
}

export function version(): string {
  const file = new URL("../../package.json", import.meta.url);
  // The package's own package.json, which always has a version.
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}

/** One line, whatever the client sent: a URL has no control characters but percent-encoded ones. */
function logAnswer({ method, path, status, ending, milliseconds }: ServedAnswer): void {
  const how = ending === undefined ? "" : ` ${ending}`;
  console.log(`${new Date().toISOString()} ${method} ${path} ${status}${how} ${milliseconds.toFixed(1)} ms`);
}
