import type { Description } from "../description.ts";
import type { Guide } from "../guides/guide.ts";
import type { Release } from "../history/releases.ts";
import type { FolderOf } from "../playground/try-folder.ts";
import { withGuides } from "./guides.ts";
import { withHistory } from "./history.ts";
import { withPlainLinks } from "./plain-links.ts";
import { withSamples } from "./samples/samples.ts";
import { withTryIt } from "./try-it.ts";

/** What an enrichment may use besides the description. */
export type EnrichmentContext = {
  /** Path that the site is served under, with a slash at both ends. */
  readonly base: string;
  /** In their order. */
  readonly guides: readonly Guide[];
  /** The descriptions of earlier versions, the oldest first. */
  readonly releases: readonly Release[];
  /** The folder of an operation's page in the playground; undefined for one that has none. */
  readonly tryFolder: FolderOf;
};

/**
 * Adds one thing to what Redoc shows. It is given a description of its own, in which every `$ref` resolves, and returns
 * it or another; it reads no file and no clock, so the same description gives the same pages.
 */
export type Enrichment = (description: Description, context: EnrichmentContext) => Description;

/** In this order. */
const enrichments: readonly Enrichment[] = [withHistory, withSamples, withTryIt, withPlainLinks, withGuides];

/**
 * The description that Redoc shows: the one that was written, and what the site adds to it. Readers download the one that
 * was written.
 */
export function enrich(description: Description, context: EnrichmentContext): Description {
  return enrichments.reduce(
    (enriched, enrichment) => enrichment(enriched, context),
    structuredClone(description),
  );
}
