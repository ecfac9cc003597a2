import { once } from "node:events";
import { createServer } from "node:net";

/** A free port on 127.0.0.1: the wanted one or, where that is taken, one that the system chooses, and a line that says so. */
export async function freePort(wanted: number): Promise<number> {
  const free = await listenOn(wanted);
  if (free !== undefined) return free;
  // The system has ports left.
  const other = (await listenOn(0)) as number;
  console.log(`Port ${wanted} is taken; ${other} is used in its place.`);
  return other;
}

async function listenOn(port: number): Promise<number | undefined> {
  const server = createServer().listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch {
    return undefined;
  }
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" ? address?.port : undefined;
}
