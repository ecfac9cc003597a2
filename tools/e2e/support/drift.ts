import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { temporaryFolder } from "./folders.ts";
import { redocly } from "./redocly.ts";

/** What `redocly drift` reports, as far as it is read here. */
export interface DriftReport {
  readonly run: {
    readonly totalExchanges: number;
    readonly documentedExchanges: number;
    readonly skippedExchanges: number;
  };
  readonly problems: readonly {
    readonly severity: string;
    readonly message: string;
    readonly target?: string;
    readonly dataPath?: string;
  }[];
}

/**
 * Compares traffic with a description.
 *
 * @param har The traffic as an HTTP archive.
 * @param ignoredHeaders Headers of requests that need not be described.
 */
export async function drift(
  har: string,
  description: object,
  ignoredHeaders: readonly string[] = [],
): Promise<DriftReport & { readonly status: number | undefined }> {
  const folder = await temporaryFolder();
  const [traffic, api, report] = ["traffic.har", "api.json", "report.json"].map((name) => join(folder, name));
  await writeFile(String(traffic), har);
  await writeFile(String(api), JSON.stringify(description));
  const headers = ignoredHeaders.length === 0 ? [] : ["--ignore-headers", ignoredHeaders.join(",")];

  const { status, output } = await redocly([
    ...["drift", String(traffic), "--api", String(api), "--format", "json", "--output", String(report)],
    ...headers,
  ]);

  const text = await readFile(String(report), "utf8").catch(() => {
    throw new Error(`Drift wrote no report. It said:\n${output}`);
  });
  return { ...(JSON.parse(text) as DriftReport), status };
}
