import type { Result } from "../contract/contract.ts";

/** How a program gets at the client. */
export type Loading = "import" | "require" | "bundle";

export interface Platform {
  readonly name: string;
  /** Undefined for a platform that is tested in whatever version the machine has. */
  readonly version: string | undefined;
  readonly loadings: readonly Loading[];
  /**
   * Runs the contract.
   *
   * @throws {NoBuildError} when the platform does not exist for this machine.
   */
  readonly runContract: (run: ContractRun) => Promise<Report>;
  /** How to run a JavaScript file; only where files are run. */
  readonly command?: (file: string) => Promise<readonly [program: string, ...args: string[]]>;
}

export interface ContractRun {
  readonly server: { readonly origin: string; readonly elsewhere: string };
  /** What makeProgramFolder made. */
  readonly folder: string;
}

export interface Report {
  /** What was run, as the platform itself tells it or the package that it came in. */
  readonly version: string;
  readonly results: readonly Result[];
}
