import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import send from "send";

export type ServeOptions = {
  /** Folder of a built site. */
  directory: string;
  /** Port on 127.0.0.1; 0 takes a free one. Default: 0. */
  port?: number;
  /** Path that the site was built for, with a slash at both ends. Default: `/`. */
  base?: string;
};

export type DocsServer = {
  /** Address of the site, with a slash at the end. */
  url: string;
  close(): Promise<void>;
};

/**
 * Serves a built site on 127.0.0.1.
 *
 * @throws {Error} when the port is taken.
 */
export async function serveDocs(options: ServeOptions): Promise<DocsServer> {
  const { directory, port = 0, base = "/" } = options;
  const server = createServer((request, response) => {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-cache");
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("Allow", "GET, HEAD");
      return answer(response, 405);
    }
    const [path = "/"] = (request.url ?? "/").split("?");
    if (!path.startsWith(base)) {
      return path === base.slice(0, -1) || path === "/" ? redirect(response, base) : answer(response, 404);
    }
    send(request, path.slice(base.length - 1), { root: directory, cacheControl: false })
      .on("headers", (_, file: string) => {
        const type = contentTypes[extname(file)];
        if (type !== undefined) response.setHeader("Content-Type", type);
      })
      .on("directory", () => redirect(response, `${path}/`))
      .on("error", (error: HttpError) => {
        if (error.status >= 500) response.destroy(error);
        else sendMissing(directory, response);
      })
      .pipe(response);
  });

  await new Promise<void>((ready, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", ready);
  });
  // A server that listens on a port has an address of this kind.
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}${base}`,
    async close() {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** What the library says of a file that cannot be sent. */
type HttpError = Error & { readonly status: number };

/** The site's own page for what is not there, as static hosts send it. */
async function sendMissing(directory: string, response: ServerResponse): Promise<void> {
  const page = await readFile(join(directory, "404.html")).catch(() => undefined);
  answer(response, 404, page, page && "text/html; charset=utf-8");
}

function answer(
  response: ServerResponse,
  status: number,
  body?: string | Buffer,
  type = "text/plain; charset=utf-8",
): void {
  response.writeHead(status, { "Content-Type": type });
  response.end(body ?? `${status}\n`);
}

function redirect(response: ServerResponse, location: string): void {
  // A path that starts with two slashes would be another host.
  response.writeHead(302, { Location: location.replace(/^\/{2,}/, "/") });
  response.end();
}

/** Where the library says something else than RFC 8259 § 11, which has no `charset`, and RFC 9512. */
const contentTypes: Readonly<Record<string, string>> = {
  ".json": "application/json",
  ".yaml": "application/yaml",
};

const usage = `usage: node src/serve.ts [--port 4020] [--directory <folder>] [--base /path/]

  --port       port on 127.0.0.1 (default: 4020)
  --directory  folder of a built site (default: packages/docs/dist)
  --base       path that the site was built for (default: /)`;

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));

/** Serves until the process is ended; gives the exit code when that cannot begin. */
async function main(args: string[]): Promise<number> {
  let options: ServeOptions;
  try {
    options = readOptions(args);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    return 2;
  }
  if (!existsSync(join(options.directory, "index.html"))) {
    console.error(`${options.directory}: no site stands here; build it first (node src/build.ts)`);
    return 1;
  }
  try {
    const { url } = await serveDocs(options);
    console.log(`Docs on ${url} (Ctrl+C ends)`);
    return 0;
  } catch (error) {
    const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    if (!taken) throw error;
    console.error(`Port ${options.port} is taken; choose another with --port`);
    return 1;
  }
}

function readOptions(args: string[]): ServeOptions {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: "string", default: "4020" },
      directory: { type: "string", default: fileURLToPath(new URL("../dist", import.meta.url)) },
      base: { type: "string", default: "/" },
    },
  });
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535) throw new Error(`--port ${values.port}: this is no port`);
  if (!/^\/(.*\/)?$/.test(values.base))
    throw new Error(`--base ${values.base}: a slash must stand at both ends`);
  return { directory: values.directory, port, base: values.base };
}
