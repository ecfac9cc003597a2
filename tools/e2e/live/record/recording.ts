import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { readDescription } from "@visitors-api/openapi";
import description from "@visitors-api/spec" with { type: "json" };
import { withoutFormats } from "../../support/without-formats.ts";
import type { Arguments } from "./arguments.ts";
import { Credentials } from "./credentials.ts";
import { startRedoclyProxy } from "./redocly-proxy.ts";
import { startRelay } from "./relay.ts";

export interface RecordingOptions extends Arguments {
  /** Called with each line to show. */
  readonly show: (line: string) => void;
}

export interface Recording {
  /** What to point a client at. */
  readonly url: string;
  /** Resolves when it has ended, by itself too. */
  readonly ended: Promise<unknown>;
  /** Lets the requests in flight end, has the report shown, and resolves to 0 when nothing was found to be wrong, and else to 1. */
  stop(): Promise<number>;
}

/**
 * Has requests pass through `redocly proxy`. That writes all it sees to a file, so it is not to see credentials: it stands between
 * two relays, of which the first takes them out, and the second puts them in again.
 *
 * @throws {Error} when one of the three cannot listen.
 */
export async function startRecording({ target, port, har, show }: RecordingOptions): Promise<Recording> {
  const { hide, reveal } = new Credentials(readDescription(description).securitySchemes);
  const folder = await mkdtemp(join(tmpdir(), "record-"));
  const closing: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const close = async () => {
    for (const closeOne of closing.splice(0).reverse()) await closeOne();
  };
  let isOver = false;
  const onError = (reason: string) => show(`A request was not answered: ${reason}`);
  try {
    const api = join(folder, "openapi.json");
    // Paths are those of the description below the API that is recorded, wherever it is.
    const servers = [{ url: target.href }];
    await writeFile(api, JSON.stringify({ ...withoutFormats(description), servers }));
    const behind = await startRelay({ to: target, request: reveal, response: hide, onError });
    closing.push(behind.close);
    const proxy = await startRedoclyProxy({
      ...{ target: behind.url + target.pathname, api, folder },
      show(line) {
        // Who reads it knows the API, and not what stands before it.
        if (!isOver) show(line.replaceAll(behind.url, target.origin));
      },
      har: har === undefined ? join(folder, "traffic.har") : resolve(har),
    });
    closing.push(proxy.stop);
    const before = await startRelay({
      to: new URL(proxy.url),
      port,
      request: hide,
      response: reveal,
      onError,
    });
    closing.push(before.close);
    return {
      url: before.url,
      ended: proxy.ended,
      async stop() {
        await close();
        return (await proxy.ended) === 0 ? 0 : 1;
      },
    };
  } catch (error) {
    // There is nothing to report.
    isOver = true;
    await close();
    throw error;
  }
}
