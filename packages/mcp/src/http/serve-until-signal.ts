import { once } from "node:events";
import type { Server } from "@modelcontextprotocol/server";
import { newAccessToken, tokenVariable } from "./access-token.ts";
import { serveHttp } from "./serve-http.ts";

/** Serves over HTTP until a signal ends it, and says where, and what clients have to show. */
export async function serveUntilSignal(factory: () => Server, port: number): Promise<void> {
  const given = process.env[tokenVariable]?.trim() || undefined;
  const token = given ?? newAccessToken();
  const server = await serveHttp(factory, { port, token });
  console.error(`URL: ${server.url}`);
  console.error(
    given === undefined
      ? `Clients send the header: Authorization: Bearer ${token}\n(a new one each time, unless ${tokenVariable} is set)`
      : `Clients send the token of ${tokenVariable} in the header Authorization`,
  );
  console.error("Ctrl-C ends it.");
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  await server.close();
}
