import { onTestFinished } from "vitest";
import { requireOnDemand } from "./on-demand.ts";

/** The part of turborepo-remote-cache that is used here. */
interface CacheServerModule {
  createApp(options: { logger: false; configOverrides: Readonly<Record<string, string | boolean>> }): {
    listen(options: { port: number; host: string }): Promise<string>;
    close(): Promise<void>;
  };
}

/**
 * A server for Turborepo's remote cache, until the test is over.
 *
 * @param folder Where it keeps what it is given.
 * @returns Its URL.
 */
export async function startCacheServer(folder: string, token: string): Promise<string> {
  // The package has no types of its own; the test fails when it is not so.
  const { createApp } = requireOnDemand("turborepo-remote-cache") as CacheServerModule;
  const app = createApp({
    logger: false,
    configOverrides: {
      STORAGE_PROVIDER: "local",
      STORAGE_PATH: folder,
      STORAGE_PATH_USE_TMP_FOLDER: false,
      TURBO_TOKEN: token,
      // It keeps signatures only when it has a key, and leaves checking them to turbo.
      TURBO_REMOTE_CACHE_SIGNATURE_KEY: "any",
    },
  });
  onTestFinished(() => app.close());
  return app.listen({ port: 0, host: "127.0.0.1" });
}
