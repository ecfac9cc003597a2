import { readFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { gzip } from "node:zlib";
import { siteAddress } from "./site/address.ts";
import { ownSources } from "./site/own-sources.ts";
import type { BuildOptions, BuiltSite } from "./site.ts";

const usage = `usage: node src/build.ts [<description>] [--output <folder>] [--url <address>] [--base /path/]
                         [--guides <folder>] [--releases <folder>] [--strict-links]

  <description>  bundled OpenAPI 3.x description, JSON or YAML (default: @visitors-api/spec)
  --output       folder to write (default: packages/docs/dist)
  --url          address that the site will be published at (default: homepage in spec/api.json)
  --base         path that the site will be served under (default: the path of --url)
  --guides       folder of guides (default: packages/docs/src/content/guides, which speak of the default description; none with another)
  --releases     folder of the descriptions of earlier versions, <version>/openapi.json, for marks of what is new
                 (default: spec/releases, those of the default description; none with another)
  --strict-links a link of the description or a guide that leads nowhere is an error, as it always is for the default
                 description; otherwise it is a warning`;

/**
 * What `node src/build.ts` does.
 *
 * @param build makes the site: `buildSite` or what asks another process for it.
 * @returns its exit code.
 */
export async function buildCommand(
  args: string[],
  build: (options: BuildOptions) => Promise<BuiltSite>,
  output: Pick<Console, "log" | "error">,
): Promise<number> {
  const started = performance.now();
  let options: BuildOptions;
  try {
    options = readOptions(args);
  } catch (error) {
    output.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    return 2;
  }
  try {
    const { paths, warnings } = await build(options);
    for (const warning of warnings) output.error(`warning: ${warning}`);
    output.log(await report(paths, options.output, performance.now() - started));
    return 0;
  } catch (error) {
    // Those of another process have the name alone.
    if (!(error instanceof Error) || !expected.has(error.name)) throw error;
    output.error(error.message);
    return 1;
  }
}

const expected = new Set(["DescriptionError", "GuideError", "LinkError", "OutputError"]);

function readOptions(args: string[]): BuildOptions {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      output: { type: "string" },
      url: { type: "string" },
      base: { type: "string" },
      guides: { type: "string" },
      releases: { type: "string" },
      "strict-links": { type: "boolean" },
    },
  });
  if (positionals.length > 1) throw new Error(`one description at a time, not ${positionals.length}`);
  const [description] = positionals;
  const own = description === undefined ? ownSources() : undefined;
  return {
    description: description ?? ownSources().description,
    output:
      values.output === undefined
        ? fileURLToPath(new URL("../dist", import.meta.url))
        : resolve(values.output),
    ...siteAddress(values),
    guides: values.guides ?? own?.guides,
    releases: values.releases ?? own?.releases,
    strictLinks: values["strict-links"] ?? own !== undefined,
  };
}

async function report(paths: readonly string[], folder: string, milliseconds: number): Promise<string> {
  const width = Math.max(...paths.map((path) => path.length));
  const rows = await Promise.all(
    paths.map(async (path) => {
      const bytes = await readFile(join(folder, path));
      const { length } = await promisify(gzip)(bytes);
      return `  ${path.padEnd(width)}  ${kilobytes(bytes.length)}  ${kilobytes(length)} gzip`;
    }),
  );
  const shown = relative(process.cwd(), folder) || ".";
  return [...rows, `${paths.length} files in ${shown}, ${(milliseconds / 1000).toFixed(1)} s`].join("\n");
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`.padStart(10);
}
