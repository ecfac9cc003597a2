import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { requireOnDemand } from "../support/on-demand.ts";
import { run } from "../support/run.ts";
import { startServerProcess } from "../support/server-process.ts";

export interface Registry {
  readonly url: string;
  /** The line of an .npmrc that lets its reader publish. */
  readonly login: string;
  stop(): Promise<void>;
}

/**
 * Starts a registry that has its own packages of `@visitors-api`, and asks the one that this machine uses for all
 * others.
 *
 * @param folder Where it keeps what it is given; whoever asked removes it.
 */
export async function startRegistry(folder: string): Promise<Registry> {
  const { output: upstream } = await run("npm", ["config", "get", "registry", "--silent"]);
  const configuration = {
    self_path: folder,
    storage: join(folder, "storage"),
    auth: { htpasswd: { file: join(folder, "htpasswd"), max_users: 1 } },
    uplinks: { upstream: { url: new URL(upstream.trim().split("\n").at(-1) ?? ""), timeout: "20s" } },
    packages: {
      "@visitors-api/*": { access: "$all", publish: "$authenticated" },
      "**": { access: "$all", proxy: "upstream" },
    },
    web: { enable: false },
    log: { type: "stdout", format: "pretty", level: "fatal" },
  };
  const file = join(folder, "config.yaml");
  // JSON is YAML too.
  await writeFile(file, JSON.stringify(configuration));
  const entry = pathToFileURL(requireOnDemand.resolve("verdaccio")).href;
  const { url, stop } = await startServerProcess(process.execPath, [
    join(import.meta.dirname, "serve-registry.mjs"),
    entry,
    file,
  ]);
  try {
    return { url, login: `${url.replace("http:", "")}/:_authToken=${await addUser(url)}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Adds a user, as `npm adduser` does, and gives the user's token. */
async function addUser(url: string): Promise<string> {
  const name = "publisher";
  const response = await fetch(`${url}/-/user/org.couchdb.user:${name}`, {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ name, password: randomUUID() }),
    signal: AbortSignal.timeout(20_000),
  });
  const { token }: { token?: string } = await response.json();
  if (token === undefined) throw new Error(`The registry added no user, and answered ${response.status}`);
  return token;
}
