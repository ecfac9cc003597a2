import { join } from "node:path";
import { run } from "@visitors-api/machine/run";
import { buildFolder, onDemandFolder, pinnedVersion, program } from "../../support/on-demand.ts";
import type { Platform, Report } from "./platform.ts";

/** The platforms that run a file: each of the versions of Node, Bun and Deno. */
export async function processPlatforms(): Promise<Platform[]> {
  const others = await Promise.all(["node20", "node22", "node26"].map(nodeOnDemand));
  return [...others, node(process.versions.node, process.execPath)]
    .sort(byVersion)
    .concat(await bun(), await deno());
}

async function nodeOnDemand(name: string): Promise<Platform> {
  return node(await pinnedVersion(name), join(onDemandFolder(name), "bin", program("node")));
}

function node(version: string, executable: string): Platform {
  return platform({ name: "Node", version, loadings: ["import", "require"] }, async (file) => [
    executable,
    file,
  ]);
}

async function bun(): Promise<Platform> {
  const version = await pinnedVersion("bun");
  return platform({ name: "Bun", version, loadings: ["import", "require"] }, async (file) => [
    join(await buildFolder("bun"), "bin", program("bun")),
    "--no-install",
    "run",
    file,
  ]);
}

/** Deno may do no more than the client needs: ask the server, and read its own files. */
async function deno(): Promise<Platform> {
  const version = await pinnedVersion("deno");
  const args = ["run", "--no-lock", "--node-modules-dir=manual", "--allow-net=127.0.0.1", "--allow-read"];
  return platform({ name: "Deno", version, loadings: ["import", "require"] }, async (file) => [
    join(await buildFolder("deno"), program("deno")),
    ...args,
    file,
  ]);
}

type Command = NonNullable<Platform["command"]>;

function platform(facts: Pick<Platform, "name" | "version" | "loadings">, command: Command): Platform {
  return {
    ...facts,
    command,
    async runContract({ server, folder }): Promise<Report> {
      const [program, ...args] = await command(join(folder, "run-contract.mjs"));
      const { status, output } = await run(program, [...args, server.origin], { cwd: folder });
      // A run time may print warnings too.
      const report = output.split("\n").find((line) => line.startsWith("{"));
      if (status === 0 && report) return JSON.parse(report);
      throw new Error(
        `${program} ended with ${status === undefined ? "a signal" : `status ${status}`}:\n${output}`,
      );
    },
  };
}

function byVersion({ version: one = "" }: Platform, { version: other = "" }: Platform): number {
  return one.localeCompare(other, "en", { numeric: true });
}
