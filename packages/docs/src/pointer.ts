import { isObject } from "./description.ts";

/** What a JSON pointer in the form of a URI fragment (RFC 6901 § 6) leads to; undefined when that is nothing. */
export function resolvePointer(root: unknown, reference: string): unknown {
  return decodeFragment(reference)
    .slice(1)
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>((node, token) => {
      if (Array.isArray(node)) return node[Number(token)];
      return isObject(node) && Object.hasOwn(node, token) ? node[token] : undefined;
    }, root);
}

function decodeFragment(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    return reference;
  }
}

/** A name as one token of a JSON pointer (RFC 6901 § 3). */
export function escapePointer(token: string): string {
  return token.replaceAll("~", "~0").replaceAll("/", "~1");
}
