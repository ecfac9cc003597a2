import { randomUUID } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { startServer } from "@visitors-api/machine/start";
import { scope } from "../packages.ts";
import { succeed } from "../succeed.ts";
import { verdaccio } from "./on-demand.ts";

export interface Registry {
  readonly url: string;
  /** Has an .npmrc with which npm publishes to this registry. */
  readonly publisher: string;
  /** The publisher's token. */
  readonly token: string;
  stop(): Promise<void>;
}

/**
 * Starts a registry that has its own packages of `@visitors-api`, and asks the one that this machine uses for all
 * others.
 *
 * @param folder Where it keeps what it is given; it is made, and whoever asked removes it.
 */
export async function startRegistry(folder: string): Promise<Registry> {
  await mkdir(folder, { recursive: true });
  const [settings, entry] = await Promise.all([
    succeed("npm", ["config", "list", "--long", "--json", "--silent"]),
    verdaccio(),
  ]);
  const { registry, cafile }: { registry: string; cafile: string | null } = JSON.parse(settings);
  const configuration = {
    self_path: folder,
    storage: join(folder, "storage"),
    auth: { htpasswd: { file: join(folder, "htpasswd"), max_users: 1 } },
    uplinks: { upstream: { url: registry, timeout: "60s", ...(await trusted(cafile)) } },
    packages: {
      [`${scope}/*`]: { access: "$all", publish: "$authenticated" },
      "**": { access: "$all", proxy: "upstream" },
    },
    web: { enable: false },
    log: { type: "stdout", format: "pretty", level: "fatal" },
  };
  const file = join(folder, "config.yaml");
  // JSON is YAML too.
  await writeFile(file, JSON.stringify(configuration));
  const { url, stop } = await startServer(process.execPath, [
    join(import.meta.dirname, "serve-registry.mjs"),
    pathToFileURL(entry).href,
    file,
  ]);
  try {
    const token = await addUser(url);
    const login = `${url.replace("http:", "")}/:_authToken=${token}`;
    await writeFile(join(folder, ".npmrc"), `${npmSettings(url)}${login}\n`);
    // npm takes the nearest folder with a package.json for the project whose settings count.
    await writeFile(join(folder, "package.json"), JSON.stringify({ private: true }));
    return { url, publisher: folder, token, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** It trusts whom npm trusts, which a proxy's certificates may be among; npm too goes on without a file that is not there. */
async function trusted(cafile: string | null): Promise<{ ca?: string }> {
  const ca = cafile === null ? "" : await readFile(cafile, "utf8").catch(() => "");
  return ca === "" ? {} : { ca };
}

/** The lines of an .npmrc that has npm ask this registry alone. */
export function npmSettings(url: string): string {
  return `registry=${url}/\n${scope}:registry=${url}/\n`;
}

/** Adds a user, as `npm adduser` does, and gives the user's token. */
async function addUser(url: string): Promise<string> {
  const name = "publisher";
  const response = await fetch(`${url}/-/user/org.couchdb.user:${name}`, {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ name, password: randomUUID() }),
    signal: AbortSignal.timeout(60_000),
  });
  const { token }: { token?: string } = await response.json();
  if (token === undefined) throw new Error(`The registry added no user, and answered ${response.status}`);
  return token;
}
