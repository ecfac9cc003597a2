import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { runBuildProcess, temporaryFolder } from "./build.ts";

/** The path that the site of this repository is built for, so that a link which forgets it is found. */
export const ownBase = "/visitors-api/";

/** The address that it is built for. */
export const ownUrl = `https://developers.example${ownBase}`;

declare module "vitest" {
  export interface ProvidedContext {
    /** Folder of the site of this repository. */
    ownSite: string;
    /** What the command said that built it. */
    ownBuild: string;
  }
}

/** Builds the site of this repository once, as a user does, for all test files that read it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await temporaryFolder();
  const site = join(folder.path, "site");
  const { status, stdout, stderr } = await runBuildProcess("--output", site, "--url", ownUrl);
  if (status !== 0) throw new Error(`The site cannot be built: ${stderr}`);
  project.provide("ownSite", site);
  project.provide("ownBuild", stdout);
  return () => folder.remove();
}
