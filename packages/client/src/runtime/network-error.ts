import { CallError } from "./errors/call-error.ts";

/**
 * Whether an error is one with which a `fetch` says that it got no response. The standard has a TypeError for that and no more;
 * these are what Node, Chromium, Firefox, Safari, Deno and Workers write in it, while Node, Bun and node-fetch have a `code`.
 */
export function isNetworkError(error: unknown): boolean {
  return (
    /(fetch|load) failed|failed to fetch|network|connection|sending request/i.test(`${error}`) ||
    typeof (error as { code?: unknown } | null)?.code === "string"
  );
}

/** Whether another attempt may have more luck. Redirects without an end, or that are forbidden, are there to stay. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof CallError)) return false;
  // Node says it in the cause of its error, and other platforms in the message.
  const { cause } = error as { cause?: { cause?: unknown } };
  return !/redirect/i.test(`${cause} ${cause?.cause}`);
}
