import {
  type Server as Described,
  type Description,
  isAbsoluteUrl,
  type Operation,
  serverUrl,
} from "@visitors-api/openapi";
import type { Server } from "./model.ts";

/** OpenAPI 3.1 § 4.8.5: a variable that nobody sets has its default. */
export function buildServer(server: Described): Server {
  return { url: serverUrl(server), description: server.description };
}

/**
 * Where the calls of one operation go, if the description says it is elsewhere than those of the others. A relative URL is
 * relative to where the description is served, which is taken to be where the API is; undefined where nobody knows that.
 */
export function serverOf(
  { servers: [server] }: Operation,
  { servers: [common] }: Description,
): string | undefined {
  if (!server) return undefined;
  const base = common && serverUrl(common);
  const url = serverUrl(server);
  if (url === base) return undefined;
  if (isAbsoluteUrl(url)) return url;
  return base !== undefined && URL.canParse(url, base)
    ? new URL(url, base).href.replace(/\/$/, "")
    : undefined;
}
