import { readDescription } from "@visitors-api/openapi";
import { DescriptionError } from "../description/description.ts";
import { readDocument } from "../description/read-document.ts";
import type { Guide } from "../guides/guide.ts";
import { readGuides } from "../guides/read-guides.ts";
import { readReleases } from "../history/releases.ts";
import { withHistory } from "../history/with-history.ts";
import { noSamples, type Reference } from "../reference/document.ts";
import { type ReferenceSources, referenceOf } from "../reference/reference.ts";
import { wholeReference } from "../reference/whole-reference.ts";
import { operationsToShow, sampleDocument } from "../samples/samples.ts";
import { responseSampler } from "../samples/schema-sample.ts";
import { buildTryPage } from "../try-it/build-try-page.ts";
import type { TryPage } from "../try-it/try-page.ts";
import { type SiteAddress, siteAddress } from "./address.ts";

export type SiteOptions = {
  /** Bundled OpenAPI description, JSON or YAML. */
  readonly description: string;
  /** Absolute address that the site will be published at. Default: `homepage` in spec/api.json. */
  readonly url?: string | undefined;
  /** Path that the site will be served under, with a slash at both ends. Default: that of `url`. */
  readonly base?: string | undefined;
  /** Folder of guides, Markdown files. Default: no guides. */
  readonly guides?: string | undefined;
  /** Folder of the descriptions of earlier versions, `<version>/openapi.json`. Default: there are none. */
  readonly releases?: string | undefined;
};

/** All that pages are made of. They only lay it out. */
export type Site = {
  readonly address: SiteAddress;
  readonly reference: Reference;
  /** The same as one page has it. */
  readonly whole: Reference;
  /** Earlier versions, the newest first. */
  readonly versions: readonly { readonly version: string; readonly whole: Reference }[];
  readonly guides: readonly Guide[];
  /** The description for whoever downloads it. */
  readonly files: { readonly json: string; readonly yaml: string };
  /** The description that the client in the pages is generated of. */
  readonly document: object;
  /** What the form of "Try it" is made of, by the folder of the operation's page. */
  readonly tryPages: ReadonlyMap<string, TryPage>;
};

/**
 * Reads all that a site is made of.
 *
 * @throws {AddressError} when `url` or `base` cannot be used, or they do not agree.
 * @throws {DescriptionError} when the description cannot be used.
 * @throws {GuideError} when a guide cannot be used.
 */
export async function readSite(options: SiteOptions): Promise<Site> {
  const address = siteAddress(options);
  const [{ document, ...files }, guides, releases] = await Promise.all([
    readDocument(options.description),
    options.guides === undefined ? [] : readGuides(options.guides),
    options.releases === undefined ? [] : readReleases(options.releases),
  ]);
  return {
    address,
    guides,
    files,
    document,
    ...inFile(options.description, () => {
      const dated = withHistory(document, releases);
      const description = readDescription(dated);
      const shown = new Map(operationsToShow(description).map((one) => [one.described, one]));
      const samples = new Map([...shown].map(([operation, called]) => [operation, sampleDocument(called)]));
      const sources: ReferenceSources = {
        document: dated,
        description,
        samplesOf: (operation) => samples.get(operation) ?? noSamples,
        responseSample: responseSampler(description),
      };
      const reference = referenceOf(sources);
      const documents = reference.tags.flatMap(({ operations }) => operations);
      const tryPages = [...shown.values()].flatMap((called): [string, TryPage][] => {
        const { method, path } = called.described;
        const page = documents.find((one) => one.method === method.toUpperCase() && one.path === path);
        return page?.folder === undefined ? [] : [[page.folder, buildTryPage(called)]];
      });
      return { reference, whole: wholeReference(reference, sources), tryPages: new Map(tryPages) };
    }),
    versions: releases
      .map(({ version, document: released }) => ({
        version,
        whole: inFile(version, () => releasedReference(released)),
      }))
      .reverse(),
  };
}

function releasedReference(document: object): Reference {
  const description = readDescription(document);
  const sources = {
    document: { ...document },
    description,
    samplesOf: () => noSamples,
    responseSample: () => undefined,
  };
  return wholeReference(referenceOf(sources), sources);
}

/** Says of what is wrong in a file in which one. */
function inFile<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "ReferenceObjectError") throw error;
    throw new DescriptionError(`${file}: ${error.message}`, { cause: error });
  }
}
