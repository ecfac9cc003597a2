import type { Content, MediaType } from "../description/model.ts";

/** The described media type that a Content-Type falls under, the most exact one first. */
export function selectMediaType(content: Content, contentType: string | undefined): MediaType | undefined {
  if (contentType === undefined) return undefined;
  // Most clients write it as the description does.
  const same = content.get(contentType);
  if (same !== undefined) return same;
  const essence = essenceOf(contentType);
  const range = `${essence.split("/", 1)[0]}/*`;
  // A described media type may have parameters of its own, such as a profile.
  const exact = [...content].find(([name]) => essenceOf(name) === essence);
  return exact?.[1] ?? content.get(range) ?? content.get("*/*");
}

/** application/json and every type with the suffix +json (RFC 6839 § 3.1). */
export function isJson(contentType: string | undefined): boolean {
  if (contentType === undefined) return false;
  return contentType === "application/json" || /^[^/]+\/(json|[^/]+\+json)$/.test(essenceOf(contentType));
}

function essenceOf(contentType: string): string {
  return (contentType.split(";", 1)[0] ?? "").trim().toLowerCase();
}
