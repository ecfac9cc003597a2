import { readServers, serverUrl } from "@visitors-api/openapi";
import type { Visit } from "../objects/walk.ts";
import type { Context } from "./rule.ts";

/** OpenAPI 3.1 § 4.8.5: a server's URL is one, or is relative to where the description is served. */
export function serverUrls({ node }: Visit, { findings }: Context): undefined {
  const [server] = readServers([node]) ?? [];
  if (server === undefined) return;
  const url = serverUrl(server);
  // That a variable has no default has been told.
  if (/[{}]/.test(url) || URL.canParse(url, "https://api.example")) return;
  const made = url === server.url ? "" : ", with the defaults of its variables,";
  findings.mistake({
    at: { node, key: "url" },
    what: `\`${url}\`${made} is no URL.`,
    advice: "Correct it.",
    reading: "It stays as it is, and whoever calls the API gives another one.",
  });
}
