import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import type { SiteFile } from "./astro/finish-site.ts";
import { DescriptionError } from "./description/description.ts";
import { GuideError } from "./guides/guide.ts";
import { LinkError } from "./links/check-links.ts";
import { siteAddress } from "./site/address.ts";
import { OutputError } from "./site/output-folder.ts";
import { ownSources } from "./site/own-sources.ts";
import { buildSite } from "./site.ts";

const usage = `usage: node src/build.ts [<description>] [--output <folder>] [--url <address>] [--base /path/]
                         [--guides <folder>] [--releases <folder>] [--strict-links]

  <description>  bundled OpenAPI 3.x description, JSON or YAML (default: @visitors-api/spec)
  --output       folder to write (default: packages/docs/dist)
  --url          address that the site will be published at (default: homepage in package.json)
  --base         path that the site will be served under (default: the path of --url)
  --guides       folder of guides (default: packages/docs/src/content/guides, which speak of the default description; none with another)
  --releases     folder of the descriptions of earlier versions, <version>/openapi.json, for marks of what is new
                 (default: spec/releases, those of the default description; none with another)
  --strict-links a link of the description or a guide that leads nowhere is an error, as it always is for the default
                 description; otherwise it is a warning`;

/**
 * What `node src/build.ts` does.
 *
 * @returns its exit code.
 */
export async function buildCommand(args: string[], output: Pick<Console, "log" | "error">): Promise<number> {
  const started = performance.now();
  let options: ReturnType<typeof readOptions>;
  try {
    options = readOptions(args);
  } catch (error) {
    output.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    return 2;
  }
  try {
    const { files, warnings } = await buildSite(options);
    for (const warning of warnings) output.error(`warning: ${warning}`);
    output.log(report(files, relative(process.cwd(), options.output) || ".", performance.now() - started));
    return 0;
  } catch (error) {
    const isExpected = [DescriptionError, GuideError, LinkError, OutputError].some(
      (kind) => error instanceof kind,
    );
    if (!isExpected || !(error instanceof Error)) throw error;
    output.error(error.message);
    return 1;
  }
}

function readOptions(args: string[]) {
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
    output: values.output ?? fileURLToPath(new URL("../dist", import.meta.url)),
    ...siteAddress(values),
    guides: values.guides ?? own?.guides,
    releases: values.releases ?? own?.releases,
    strictLinks: values["strict-links"] ?? own !== undefined,
  };
}

function report(files: readonly SiteFile[], folder: string, milliseconds: number): string {
  const width = Math.max(...files.map(({ path }) => path.length));
  const rows = files.map(({ path, text }) => {
    return `  ${path.padEnd(width)}  ${kilobytes(Buffer.byteLength(text))}  ${kilobytes(gzipSync(text).length)} gzip`;
  });
  return [...rows, `${files.length} files in ${folder}, ${(milliseconds / 1000).toFixed(1)} s`].join("\n");
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`.padStart(10);
}
