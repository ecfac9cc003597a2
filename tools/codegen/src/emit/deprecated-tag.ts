import type { Deprecation } from "@visitors-api/openapi";

/** The tag of a documentation comment that has editors strike a name through, with the days that are known; none for what is in use. */
export function deprecatedTag({ deprecated, deprecatedSince, sunset }: Deprecation): string[] {
  if (!deprecated) return [];
  const words = [
    ...(deprecatedSince === undefined ? [] : [`Since ${deprecatedSince}.`]),
    ...(sunset === undefined ? [] : [`It may be gone from ${sunset} on.`]),
  ];
  return [["@deprecated", ...words].join(" ")];
}
