import { isObject, type JsonObject } from "../json.ts";
import { type FoundItem, findItems, parametersIn } from "./operations.ts";
import type { Context } from "./rule.ts";

/**
 * OpenAPI 3.1 § 4.8.8: what is put behind a server's URL is a path (RFC 3986 § 3.3), which ends before a `?` and
 * before a `#`. A client writes a query of its own behind it, and a fragment is never sent (RFC 9110 § 7.1).
 */
export function pathsWithoutQuery(context: Context): void {
  const { paths } = context.document;
  if (!isObject(paths)) return;
  for (const found of findItems(context.document)) {
    const { path, item, operations } = found;
    const [, sign] = /^[^?#]*([?#])/.exec(path) ?? [];
    if (sign === undefined) continue;
    const hasFragment = path.includes("#");
    const skipped = operations.filter(({ operation }) => hasQuery(item, operation, hasFragment, context));
    const names = skipped.map(({ shown }) => shown).join(", ");
    context.findings.mistake({
      at: { node: paths, key: path, isKey: true },
      what: hasFragment
        ? `The path ${path} has a fragment, which is never sent.`
        : `The path ${path} has a query.`,
      advice: hasFragment
        ? "Remove the # and what follows it."
        : "Remove the ? and what follows it, and describe that as query parameters.",
      reading:
        skipped.length === 0
          ? `It is sent ${hasFragment ? "without it" : "as it is written"}.`
          : `${names} ${skipped.length === 1 ? "is" : "are"} skipped, for a query would be written behind it.`,
    });
    if (skipped.length === operations.length) delete paths[path];
    else if (skipped.length > 0) paths[path] = without(found, skipped, context);
  }
}

/** Whether something is written behind the path. */
function hasQuery(
  item: JsonObject,
  operation: JsonObject,
  hasFragment: boolean,
  { document }: Context,
): boolean {
  const inQuery = (owner: JsonObject) => parametersIn(document, owner).some((one) => one.in === "query");
  // A client writes an API key behind a query that is there, and cannot behind a fragment.
  return inQuery(item) || inQuery(operation) || (hasFragment && hasQueryKey(document));
}

function hasQueryKey({ components }: JsonObject): boolean {
  const schemes = isObject(components) ? components["securitySchemes"] : undefined;
  return (
    isObject(schemes) && Object.values(schemes).some((scheme) => isObject(scheme) && scheme["in"] === "query")
  );
}

/** Another path may have the same item. */
function without({ item }: FoundItem, skipped: FoundItem["operations"], { places }: Context): JsonObject {
  const rest = { ...item };
  for (const { method } of skipped) delete rest[method];
  places.adopt(rest, item);
  return rest;
}
