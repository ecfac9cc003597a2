import { randomUUID } from "node:crypto";
import { join, resolve } from "node:path";
import { finishSite } from "./astro/finish-site.ts";
import { makeWorkFolder } from "./astro/work-folder.ts";
import { siteAddress } from "./site/address.ts";
import { forgetSite, provideSite } from "./site/current-site.ts";
import { generatorMark } from "./site/generator.ts";
import { replaceFolder } from "./site/output-folder.ts";
import { readSite, type SiteOptions } from "./site/site.ts";

export type BuildOptions = SiteOptions & {
  /** Folder to write; an earlier build in it is replaced as a whole. */
  readonly output: string;
  /** A link of the description's author that leads nowhere is an error. Default: false, it is a warning. */
  readonly strictLinks?: boolean | undefined;
};

export type BuiltSite = {
  /** Paths of the site's files inside the output folder. */
  readonly paths: readonly string[];
  /** What whoever wrote the description would want to know. */
  readonly warnings: readonly string[];
};

/**
 * Builds a site. Until the last step everything is written elsewhere, so a build that fails leaves `output` as it was. Astro writes
 * into the process's working directory, which is another one meanwhile: one process builds one site at a time.
 *
 * @throws {AddressError} when `url` or `base` cannot be used, or they do not agree.
 * @throws {DescriptionError} when the description cannot be used.
 * @throws {GuideError} when a guide cannot be used.
 * @throws {LinkError} when a link inside the site leads nowhere.
 * @throws {OutputError} when `output` holds files that no build wrote.
 */
export async function buildSite(options: BuildOptions): Promise<BuiltSite> {
  const output = resolve(options.output);
  const address = siteAddress(options);
  const site = await readSite(options);
  const name = randomUUID();
  const before = process.cwd();
  const folder = await makeWorkFolder();
  provideSite(name, site);
  try {
    return await replaceFolder(output, generatorMark, async (next) => {
      // Once the description is known to be good: a mistake in it is told without loading Astro and Vite.
      const [{ build }, { astroConfig }] = await Promise.all([import("astro"), import("./astro/config.ts")]);
      process.chdir(folder);
      await build(astroConfig({ command: "build", folder, name, siteNow: () => site, address }));
      process.chdir(before);
      const strictLinks = options.strictLinks ?? false;
      return finishSite({ from: join(folder, "site"), to: next, site, strictLinks });
    });
  } finally {
    process.chdir(before);
    forgetSite(name);
  }
}
