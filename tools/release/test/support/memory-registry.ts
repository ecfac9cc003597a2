import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";

type Packages = Map<string, { versions: Record<string, unknown> }>;

/**
 * A registry that takes everything from who has its token, and forgets it when the test is over.
 *
 * @param has The packages that it has from the start, each in one version.
 */
export async function memoryRegistry(token: string, has: Readonly<Record<string, string>> = {}) {
  const packages: Packages = new Map(
    Object.entries(has).map(([name, version]) => [name, { versions: { [version]: { name, version } } }]),
  );
  const server = createServer(async (request, response) => {
    const name = decodeURIComponent(request.url ?? "").slice(1);
    const answer = (status: number, body: object) => {
      response.writeHead(status, { "Content-Type": "application/json" });
      response.end(JSON.stringify(body));
    };
    const known = packages.get(name);
    if (request.method !== "PUT")
      return known ? answer(200, { name, ...known }) : answer(404, { error: "no" });
    const given: { versions: Record<string, unknown>; "dist-tags": object } = JSON.parse(await text(request));
    if (request.headers.authorization !== `Bearer ${token}`) return answer(401, { error: "no" });
    const versions = { ...known?.versions, ...given.versions };
    packages.set(name, { ...given, versions });
    answer(201, { ok: true });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    token,
    versions: (name: string) => Object.keys(packages.get(name)?.versions ?? {}),
  };
}
