import type { ApiResource } from "../api.ts";

/** The resource that a URI means: a fragment is a place in it, and a folder has its index, as links between the documents have it. */
export function resourceAt(uri: string, resources: readonly ApiResource[]): ApiResource | undefined {
  const [document = ""] = uri.split("#");
  const meant = document.endsWith("/") ? `${document}index.md` : document;
  return resources.find((resource) => resource.uri === meant);
}
