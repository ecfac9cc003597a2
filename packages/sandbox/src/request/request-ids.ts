import { isFieldValue } from "@visitors-api/openapi";

/**
 * Makes ids that `X-Request-Id` can carry.
 *
 * @param make Somebody else's, who may give anything.
 */
export function carriedIds(make: () => string): () => string {
  return () => {
    const id: unknown = make();
    if (typeof id === "string" && isFieldValue(id)) return id;
    throw new TypeError(`requestId gave ${JSON.stringify(id)}, which no header can carry`);
  };
}
