import { HEALTH_PATH } from "../admin/admin.ts";
import type { DomainOf } from "../domain.ts";
import type { Arguments } from "./arguments.ts";
import { KeptCollections } from "./kept-collections.ts";
import { version } from "./manifest.ts";
import { readSeedFile } from "./seed-file.ts";
import { type SandboxServer, type ServedAnswer, serveSandbox } from "./serve.ts";
import { ServedDescription } from "./served-description.ts";
import { stopOnSignal } from "./stop.ts";
import { welcome } from "./welcome.ts";

/** Serves a sandbox until a signal stops it. */
export async function run(
  { port, host, token, data, seed, description: source, conduct }: Arguments,
  domainOf: DomainOf | undefined,
): Promise<void> {
  const kept = new KeptCollections(data);
  let served: ServedDescription | undefined;
  let server: SandboxServer | undefined;
  const stop = async () => {
    served?.close();
    await server?.close();
    await kept.close();
  };
  try {
    served = await ServedDescription.create({
      ...{ source, domainOf, seed, say: console.error },
      options: {
        ...conduct,
        ...(token !== undefined && { token }),
        ...(seed !== undefined && { start: readSeedFile(seed) }),
        store: kept.create,
      },
    });
    server = await serveSandbox(served, { port, host, onAnswer: logAnswer });
    stopOnSignal(stop, console.error);
    console.log(
      await welcome({
        description: served.description,
        version: version(),
        url: server.url,
        token,
        collections: served.collections,
        data: data === undefined ? undefined : { path: data, isNew: kept.isNew, seed },
      }),
    );
    if (!server.isLoopback) {
      console.error(`Warning: listening on ${host}, where other machines can reach it`);
    }
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * One line, whatever the client sent: a URL has no control characters but percent-encoded ones. What asks every second whether the
 * sandbox is up is not what somebody looks for.
 */
function logAnswer({ method, path, status, ending, milliseconds }: ServedAnswer): void {
  if (path === HEALTH_PATH) return;
  const how = ending === undefined ? "" : ` ${ending}`;
  console.log(`${new Date().toISOString()} ${method} ${path} ${status}${how} ${milliseconds.toFixed(1)} ms`);
}
