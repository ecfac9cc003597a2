import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { limits } from "@visitors-api/machine/limits";
import { buildFolder, installedVersion, pinnedVersion, program } from "../../support/on-demand.ts";
import type { Platform } from "./platform.ts";

/**
 * One worker that listens where the command line says, and may ask this machine. From this date on a redirect to
 * another origin loses its Authorization, as the Fetch standard has it.
 */
const configuration = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker.mjs", esModule = embed "worker.bundle.js")],
      compatibilityDate = "2025-09-01",
    )),
    (name = "internet", network = (allow = ["private"])),
  ],
  sockets = [(name = "http", http = (), service = "main")],
);
`;

/** workerd, which Cloudflare Workers run on. */
export async function workerd(): Promise<Platform> {
  const version = await pinnedVersion("workerd");
  return {
    name: "workerd (Cloudflare Workers)",
    version,
    loadings: ["bundle"],
    async runContract({ server, folder }) {
      const file = join(folder, "workerd.capnp");
      await writeFile(file, configuration);
      const build = await buildFolder("workerd");
      const executable = join(build, "bin", program("workerd"));
      const args = ["serve", file, "--socket-addr=http=127.0.0.1:0", "--control-fd=3"];
      const child = spawn(executable, args, { stdio: ["ignore", "pipe", "pipe", "pipe"] });
      let output = "";
      for (const stream of [child.stdout, child.stderr]) {
        stream?.setEncoding("utf8").on("data", (text: string) => {
          output += text;
        });
      }
      try {
        // The fourth of its streams is one that we read.
        const port = await listeningPort(child.stdio[3] as Readable);
        const url = `http://127.0.0.1:${port}/?origin=${encodeURIComponent(server.origin)}`;
        const response = await fetch(url, { signal: AbortSignal.timeout(limits.process) });
        if (!response.ok) throw new Error(`The worker answered ${response.status}: ${await response.text()}`);
        return { version: await installedVersion(build), results: await response.json() };
      } catch (error) {
        throw new Error(`workerd did not run the contract. It said:\n${output}`, { cause: error });
      } finally {
        child.kill("SIGKILL");
      }
    },
  };
}

/** workerd tells, on a stream of its own and as a line of JSON, which port it was given. */
async function listeningPort(control: Readable): Promise<number> {
  const late = setTimeout(() => control.destroy(), limits.condition);
  try {
    for await (const line of createInterface({ input: control })) {
      const { event, port }: { event: string; port: number } = JSON.parse(line);
      if (event === "listen") return port;
    }
    throw new Error("It ended, or did not listen within a minute");
  } finally {
    clearTimeout(late);
  }
}
