import type { Server } from "@modelcontextprotocol/server";
import { serveStdio as serve } from "@modelcontextprotocol/server/stdio";

/** Serves the client that started this process, until it closes standard input or reads no more: that is how it goes away. */
export function serveStdio(factory: () => Server): Promise<void> {
  return new Promise((resolve) => {
    const connection = serve(factory);
    const end = (): void => void connection.close().finally(resolve);
    process.stdin.once("end", end).once("close", end);
    process.stdout.once("error", end).once("close", end);
  });
}
