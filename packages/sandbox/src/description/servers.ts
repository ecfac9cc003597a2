import { objectOrEmpty } from "./json-object.ts";

/** The paths that the servers' URLs end in, longest first; a server at the root has none. */
export function basePathsOf(servers: unknown): string[] {
  if (!Array.isArray(servers)) return [];
  const paths = servers.map((server) => basePathOf(objectOrEmpty(server))).filter((path) => path !== "");
  return [...new Set(paths)].sort((a, b) => b.length - a.length);
}

function basePathOf(server: Record<string, unknown>): string {
  const variables = objectOrEmpty(server["variables"]);
  const url = String(server["url"] ?? "").replaceAll(/\{([^{}]+)\}/g, (_, name: string) =>
    String(objectOrEmpty(variables[name])["default"] ?? ""),
  );
  // A relative URL is relative to where the document is served (OpenAPI 3.1 § 4.8.5), which is not known here.
  const base = "http://localhost/";
  return URL.canParse(url, base) ? new URL(url, base).pathname.replace(/\/+$/, "") : "";
}
