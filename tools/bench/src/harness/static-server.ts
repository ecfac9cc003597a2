import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";

const contentTypes: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
};

/** A folder of files on the loopback address, compressed once and kept, as a static host has them. */
export async function serveFolder(folder: string): Promise<{ url: string; close(): void }> {
  const compressed = new Map<string, Buffer | undefined>();
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? "/").replace(/[?#].*$/s, ""));
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    if (!compressed.has(file)) compressed.set(file, compress(file));
    const content = compressed.get(file);
    if (content === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      "Content-Type": contentTypes[extname(file)] ?? "application/octet-stream",
      "Content-Encoding": "gzip",
      "Content-Length": content.length,
    });
    response.end(content);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

function compress(file: string): Buffer | undefined {
  try {
    return gzipSync(readFileSync(file), { level: 9 });
  } catch {
    return undefined;
  }
}
