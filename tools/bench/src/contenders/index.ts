import { readdirSync } from "node:fs";
import type { Contender } from "./contender.ts";
import { heyApi } from "./hey-api.ts";
import { openapiFetch } from "./openapi-fetch.ts";
import { orval } from "./orval.ts";
import { ownClient, ownClientValidating } from "./own-client.ts";
import { rawFetch, rawFetchOfRequest } from "./raw-fetch.ts";
import { redocly } from "./redocly.ts";

/** The clients that others publish for one API alone: each stands in a folder that is called after it. */
const published = await Promise.all(
  readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(async ({ name }) => {
      const { contender }: { contender: Contender } = await import(`./${name}/index.ts`);
      return contender;
    }),
);

/** In the order of the tables: without a client first, this repository's own last. */
export const contenders: readonly Contender[] = [
  rawFetch,
  openapiFetch,
  heyApi,
  orval,
  redocly,
  ...published,
  ownClient,
];

/** The same, and the ways to use one that make a difference to its pages. */
export const waysToCall: readonly Contender[] = contenders.flatMap((contender) => {
  if (contender === rawFetch) return [rawFetch, rawFetchOfRequest];
  return contender === ownClient ? [ownClient, ownClientValidating] : [contender];
});
