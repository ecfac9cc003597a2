import { createServer } from "node:http";
import { close, listen } from "./listen.ts";

export interface File {
  readonly type: string;
  readonly text: string;
}

/** Serves files by their paths, under a policy that allows a page only scripts of its own and requests to this machine. */
export async function startFileServer(files: Readonly<Record<string, File>>) {
  const server = createServer(({ url = "" }, response) => {
    const file = files[url.replace(/\?.*/, "")];
    response.setHeader("Content-Security-Policy", "default-src 'self'; connect-src http://127.0.0.1:*");
    if (file) response.writeHead(200, { "Content-Type": file.type }).end(file.text);
    else response.writeHead(404).end();
  });
  return { url: await listen(server), close: () => close(server) };
}
