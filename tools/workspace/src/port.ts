import { createServer } from "node:net";

/** The port when it is free on 127.0.0.1, else 0, which lets the system choose. */
export async function portOrFree(port: number): Promise<number> {
  const server = createServer();
  const free = await new Promise<boolean>((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => resolve(true));
  });
  if (free) await new Promise((resolve) => server.close(resolve));
  return free ? port : 0;
}
