import type { Middleware } from "openapi-fetch";
import type { OperationEntry } from "./description.ts";
import { notify } from "./notify.ts";

/** That an operation is going to change, or to be removed. */
export interface Deprecation {
  /** The name of the method. */
  readonly operation: string;
  /** Since when, or from when on, as the response has it, or else the description: `@` and Unix seconds (RFC 9745 § 2.1). */
  readonly deprecation: string | undefined;
  /** From when on it is likely not to answer any more, as the response has it, or else the description: an HTTP date (RFC 8594 § 3). */
  readonly sunset: string | undefined;
  /** Where to read of it, as the response has it: links (RFC 8288 § 3). */
  readonly link: string | undefined;
}

/**
 * Makes `onDeprecation` for an API.
 *
 * @param entries By the name of the operation's method.
 */
export function deprecations(
  entries: Readonly<Record<string, OperationEntry>>,
): (report: (deprecation: Deprecation) => unknown) => Middleware {
  const byRoute = new Map(
    Object.entries(entries).map(([name, entry]) => [entry.method + entry.path, { name, entry }]),
  );
  return (report) => {
    const reported = new Set<string>();
    return {
      onResponse({ request: { method }, response: { headers }, schemaPath }) {
        const { name = schemaPath, entry } = byRoute.get(method + schemaPath) ?? {};
        const [deprecation = since(entry), sunset = end(entry), link] = ["deprecation", "sunset", "link"].map(
          (field) => headers.get(field) ?? undefined,
        );
        if (!(entry?.deprecated || deprecation || sunset) || reported.has(name)) return;
        reported.add(name);
        notify(report, { operation: name, deprecation, sunset, link });
      },
    };
  };
}

/** As a structured field of the type Date (RFC 9651 § 3.3.7) writes the beginning of a day in UTC. */
function since({ deprecatedSince }: Partial<OperationEntry> = {}): string | undefined {
  return deprecatedSince && `@${Date.parse(deprecatedSince) / 1000}`;
}

/** As HTTP writes the beginning of a day in UTC (RFC 9110 § 5.6.7). */
function end({ sunset }: Partial<OperationEntry> = {}): string | undefined {
  return sunset && new Date(sunset).toUTCString();
}
