import { createElement, type ReactElement } from "react";
import { prepareApiDocs, RedoclyApiDocsStandalone } from "redoc";
import type { Description } from "./description.ts";
import { withSafeNames } from "./safe-names.ts";

/** What Redoc made of a description: the pages it has, and what they show. */
export type Reference = Awaited<ReturnType<typeof prepareApiDocs>> & {
  base: string;
  description: Description;
};

/**
 * Prepares a description for Redoc. The build and the browser both call this, with the same description and base, so
 * that what the browser hydrates is what the build rendered.
 *
 * @param base path that the site is served under, with a slash at both ends.
 */
export async function prepareReference(description: Description, base: string): Promise<Reference> {
  const prepared = await prepareApiDocs({
    spec: withSafeNames(description),
    basePath: base,
    options: {
      disableTelemetry: true,
      maxDisplayedEnumValues: Number.MAX_SAFE_INTEGER,
      schemasExpansionLevel: "all",
      jsonSamplesExpandLevel: "all",
      downloadUrls: [
        { title: "openapi.json", url: `${base}openapi.json` },
        { title: "openapi.yaml", url: `${base}openapi.yaml` },
      ],
    },
  });
  return { ...prepared, base, description };
}

/** Redoc as a React element; it has to stand inside a router, which says which page is shown. */
export function referenceElement({ base, description, ...prepared }: Reference): ReactElement {
  return createElement(RedoclyApiDocsStandalone, { ...prepared, basePath: base, spec: description });
}
