import type { Contender } from "./contender.ts";
import { heyApi } from "./hey-api.ts";
import { intercomClient } from "./intercom-client.ts";
import { openapiFetch } from "./openapi-fetch.ts";
import { orval } from "./orval.ts";
import { ownClient, ownClientValidating } from "./own-client.ts";
import { rawFetch, rawFetchOfRequest } from "./raw-fetch.ts";
import { redocly } from "./redocly.ts";

/** In the order of the tables: without a client first, this repository's own last. */
export const contenders: readonly Contender[] = [
  rawFetch,
  openapiFetch,
  heyApi,
  orval,
  redocly,
  intercomClient,
  ownClient,
];

/** The same, and the ways to use one that make a difference to its pages. */
export const waysToCall: readonly Contender[] = contenders.flatMap((contender) => {
  if (contender === rawFetch) return [rawFetch, rawFetchOfRequest];
  return contender === ownClient ? [ownClient, ownClientValidating] : [contender];
});
