import { prepareApiDocs } from "redoc";
import { type Description, isObject } from "./description.ts";
import { arrangeGuides } from "./guides/arrange-guides.ts";
import { withSectionPages } from "./redoc/section-pages.ts";
import { operationsOf, pathItemsOf, withSafeNames } from "./safe-names.ts";

/** What Redoc made of a description, as data: the pages it has, and what they show. */
export type Reference = Pick<Awaited<ReturnType<typeof prepareApiDocs>>, "items" | "store" | "options"> & {
  base: string;
};

/**
 * Prepares a description for Redoc, once for the build and for every browser.
 *
 * @param base path that the site is served under, with a slash at both ends.
 */
export async function prepareReference(description: Description, base: string): Promise<Reference> {
  const spec = withSafeNames(description);
  const { items, store, options } = await prepareApiDocs({
    spec,
    basePath: base,
    options: {
      disableTelemetry: true,
      maxDisplayedEnumValues: Number.MAX_SAFE_INTEGER,
      schemasExpansionLevel: "all",
      jsonSamplesExpandLevel: "all",
      codeSamples: { languages: sampleLanguages(description) },
      downloadUrls: [
        { title: "openapi.json", url: `${base}openapi.json` },
        { title: "openapi.yaml", url: `${base}openapi.yaml` },
      ],
    },
  });
  return { items: arrangeGuides(withSectionPages(items), spec, base), store, options, base };
}

/** The languages that some operation has a sample in, in the order of the first; last the body alone. */
function sampleLanguages(description: Description) {
  const languages = new Map<string, { lang: string; label: string }>();
  for (const [, item] of pathItemsOf(description)) {
    for (const [, operation] of operationsOf(item)) {
      const samples = operation["x-codeSamples"];
      for (const sample of Array.isArray(samples) ? samples.filter(isObject) : []) {
        const lang = String(sample["lang"]);
        const label = String(sample["label"] ?? lang);
        languages.set(label, languages.get(label) ?? { lang, label });
      }
    }
  }
  return [...languages.values(), { lang: "payload", label: "Payload" }];
}
