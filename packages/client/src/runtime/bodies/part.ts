import { isIn, isRange } from "../media-types.ts";
import { isBinary } from "./binary.ts";
import { fieldText, usualType } from "./field-text.ts";

/** A part of a multipart body (RFC 2046 § 5.1). */
export interface Part {
  readonly name?: string;
  readonly content: unknown;
  /** Those that the description gives it, ranges among them, with commas between; empty when it gives none. */
  readonly mediaTypes?: string;
}

/**
 * The headers of a part, and its content. The names of parts and files are written as browsers write them.
 *
 * @param isForm Whether the body is `multipart/form-data`, where a part without a media type is text (RFC 7578 § 4.4), and one
 * with a file name is a file (§ 4.2). Elsewhere such text is in US-ASCII (RFC 2046 § 5.1).
 */
export function writePart(part: Part, isForm: boolean): BlobPart[] {
  const { name, content } = part;
  const headers: string[] = [];
  const isFile = isBinary(content);
  if (name !== undefined) {
    const fileName = content instanceof File ? content.name : isFile && isForm ? "blob" : undefined;
    const file = fileName === undefined ? "" : `; filename="${escapeQuoted(fileName)}"`;
    headers.push(`Content-Disposition: form-data; name="${escapeQuoted(name)}"${file}\r\n`);
  }
  const mediaType = partType(part);
  if (mediaType) headers.push(`Content-Type: ${mediaType}\r\n`);
  else if (!isForm) headers.push("Content-Type: text/plain;charset=UTF-8\r\n");
  return [...headers, "\r\n", isFile ? content : fieldText(content, mediaType ?? "text/plain", name)];
}

/** The media type of a part; undefined for a text that the description gives none. */
export function partType({ content, mediaTypes = "" }: Part): string | undefined {
  const usual = isBinary(content) ? "application/octet-stream" : usualType(content);
  return chooseType(mediaTypes, content) || (usual === "text/plain" ? undefined : usual);
}

/** A file's own media type where it is among those described, or there are none; otherwise the first that is no range. */
function chooseType(mediaTypes: string, content: unknown): string {
  const own = content instanceof Blob ? content.type : "";
  const described = mediaTypes.split(",").map((mediaType) => mediaType.trim());
  if (own && described.some((mediaType) => isIn(own, mediaType))) return own;
  return described.find((mediaType) => mediaType && !isRange(mediaType)) ?? own;
}

function escapeQuoted(text: string): string {
  return text.replaceAll(/["\r\n]/g, encodeURIComponent);
}
