import { isObject } from "@visitors-api/openapi";
import { buildRequests, type OperationToShow } from "../samples/build-requests.ts";
import type { Preset } from "./try-page.ts";

/**
 * The examples that a form can start from: those that the samples show.
 *
 * @param offered media type of the description that the client's method sends.
 */
export function presetsOf(shown: OperationToShow, offered: string | undefined): Preset[] {
  const requests = buildRequests(shown);
  const sent = requests.filter(({ mediaType }) => mediaType === offered);
  return (sent.length > 0 ? sent : requests.slice(0, 1)).map(({ title, values, mediaType }): Preset => {
    const { path, query, cookie, header, body } = values;
    return {
      title: title ?? "Example",
      parameters: valuesWithoutFiles({ ...path, ...query, ...cookie }),
      headers: valuesWithoutFiles(header),
      body: mediaType === offered ? withoutFiles(body) : undefined,
    };
  });
}

/** A value without the files in it: they are the reader's own, and not filled in. */
function withoutFiles(value: unknown): unknown {
  if (value instanceof File) return undefined;
  if (Array.isArray(value)) return value.map(withoutFiles).filter((item) => item !== undefined);
  return isObject(value) ? valuesWithoutFiles(value) : value;
}

function valuesWithoutFiles(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(values).map(([name, value]) => [name, withoutFiles(value)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}
