import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import type { PublishedPackage } from "../packages.ts";
import type { Target } from "../publish.ts";
import { npmSettings } from "./registry.ts";

/** A registry that refuses what npm's own does, and one on this machine would take. */
export interface StrictRegistry {
  /** Whom a person publishes as, who is logged in. */
  readonly person: Target;
  /** What a workflow publishes as, which has an identity and no token. */
  readonly workflow: Target;
  /** Has the workflow trusted for a package from now on, as `npm trust` does. */
  trust(one: Pick<PublishedPackage, "name">): void;
  stop(): Promise<void>;
}

interface Upstream {
  readonly url: string;
  /** The token of somebody who may publish there. */
  readonly token: string;
}

/** The fields of what npm sends to publish that are looked at. */
interface Publication {
  readonly name: string;
  readonly access?: string | null;
  readonly versions: Readonly<Record<string, { readonly repository?: { readonly url?: string } }>>;
}

/**
 * Stands before a registry, and for GitHub, which gives a workflow its identity.
 *
 * @param folder Where npm's settings are written; it is made, and whoever asked removes it.
 * @param repository The one that the workflow is of, as owner/name.
 * @see https://docs.npmjs.com/trusted-publishers
 */
export async function startStrictRegistry(
  { url: upstream, token }: Upstream,
  folder: string,
  repository: string,
): Promise<StrictRegistry> {
  const trusted = new Set<string>();
  /** The name of the package that each short-lived token is for. */
  const exchanged = new Map<string, string>();
  const [requestToken, identity] = [randomUUID(), randomUUID()];

  const server = createServer((incoming, response) => {
    answer(incoming, response).catch((error: unknown) => refuse(response, 502, String(error)));
  });

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, url = "/", headers } = incoming;
    const { pathname } = new URL(url, upstream);
    const bearer = headers.authorization?.replace(/^Bearer /, "") ?? "";
    const body = await buffer(incoming);
    if (pathname === "/id-token") {
      if (bearer !== requestToken) return refuse(response, 401, "no permission id-token: write");
      return send(response, 200, { value: identity });
    }
    const [, exchanging] = /^\/-\/npm\/v1\/oidc\/token\/exchange\/package\/(.+)$/.exec(pathname) ?? [];
    if (exchanging !== undefined) {
      const name = decodeURIComponent(exchanging);
      if (bearer !== identity) return refuse(response, 401, "OIDC token exchange error");
      if (!(await published(name)))
        return refuse(response, 404, "OIDC token exchange error - package not found");
      if (!trusted.has(name))
        return refuse(response, 404, "OIDC token exchange error - no trusted publisher");
      const made = randomUUID();
      exchanged.set(made, name);
      return send(response, 201, { token: made });
    }
    const isPublication = method === "PUT" && !pathname.startsWith("/-/");
    const forWhat = exchanged.get(bearer);
    if (isPublication) {
      const publication: Publication = JSON.parse(body.toString());
      const [status, why] = (await refusal(publication, forWhat)) ?? [];
      if (status !== undefined) return refuse(response, status, why ?? "");
    }
    const authorization = forWhat === undefined ? headers.authorization : `Bearer ${token}`;
    const { authorization: _, ...others } = headers;
    pass(incoming, response, { ...others, ...(authorization && { authorization }) }, body);
  }

  /** In npm's words, so that whoever meets them there has seen them before. */
  async function refusal(
    { name, access, versions }: Publication,
    forWhat: string | undefined,
  ): Promise<readonly [status: number, why: string] | undefined> {
    const [[version, { repository: from = {} }] = ["", {}]] = Object.entries(versions);
    if (forWhat !== undefined && forWhat !== name) return [404, `${name} is not in this registry`];
    const known = await published(name);
    if (!known && name.startsWith("@") && access !== "public")
      return [402, "Payment Required - You must sign up for private packages"];
    if (known?.includes(version))
      return [403, `You cannot publish over the previously published versions: ${version}.`];
    if (forWhat !== undefined && from.url !== `git+https://github.com/${repository}.git`) {
      const said = `package.json: "repository.url" is "${from.url ?? ""}"`;
      return [422, `${said}, expected to match "https://github.com/${repository}" from provenance`];
    }
    return undefined;
  }

  /** The versions of a package; undefined for one that nobody has published. */
  async function published(name: string): Promise<string[] | undefined> {
    const response = await fetch(`${upstream}/${name.replace("/", "%2f")}`);
    if (!response.ok) return undefined;
    const { versions = {} }: { versions?: Readonly<Record<string, unknown>> } = await response.json();
    return Object.keys(versions);
  }

  function pass(
    { method, url = "/" }: IncomingMessage,
    response: ServerResponse,
    headers: IncomingMessage["headers"],
    body: Buffer,
  ): void {
    // The host stays as it is: addresses of tarballs are made of it.
    const forwarded = request(new URL(url, upstream), { method, headers }, (answered) => {
      response.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.pipe(response);
    });
    forwarded.on("error", ({ message }) => refuse(response, 502, message));
    forwarded.end(body);
  }

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;

  async function settings(name: string, ...lines: string[]): Promise<string> {
    const made = join(folder, name);
    await mkdir(made, { recursive: true });
    await writeFile(join(made, ".npmrc"), `${npmSettings(url)}${lines.join("\n")}\n`);
    // npm takes the nearest folder with a package.json for the project whose settings count.
    await writeFile(join(made, "package.json"), JSON.stringify({ private: true }));
    return made;
  }
  const target = { registry: url, repository: undefined };
  return {
    person: { ...target, settings: await settings("person", `//127.0.0.1:${port}/:_authToken=${token}`) },
    workflow: {
      ...target,
      settings: await settings("workflow"),
      env: {
        GITHUB_ACTIONS: "true",
        ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/id-token`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken,
      },
    },
    trust: ({ name }) => void trusted.add(name),
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function refuse(response: ServerResponse, status: number, why: string): void {
  send(response, status, { error: why, message: why });
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "Content-Type": "application/json" });
  response.end(JSON.stringify(body));
}
