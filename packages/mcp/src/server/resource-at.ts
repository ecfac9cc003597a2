import type { ApiResource } from "../api.ts";

/**
 * The resource that a URI means. A fragment is a place in it; and a folder, as links between the documents have it, is its index or
 * the document of its name.
 */
export function resourceAt(uri: string, resources: readonly ApiResource[]): ApiResource | undefined {
  const [document = ""] = uri.split("#");
  const meant = document.endsWith("/") ? [`${document}index.md`, `${document.slice(0, -1)}.md`] : [document];
  return resources.find((resource) => meant.includes(resource.uri));
}
