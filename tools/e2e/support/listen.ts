import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Has a server listen on a free port that no other machine can reach, and tells its URL. */
export function listen(server: Server): Promise<string> {
  // On a busy machine a request may be on its way when five idle seconds are over, and its connection is closed.
  server.keepAliveTimeout = 0;
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      // A server that listens on a port has an address of this kind; only pipes have a string.
      const { port } = server.address() as AddressInfo;
      resolve(`http://127.0.0.1:${port}`);
    });
  });
}

/** Stops a server, and hangs up on whoever is still connected. */
export function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
