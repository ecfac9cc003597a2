import { isRange, type MediaType, parseMediaType } from "@visitors-api/openapi";

/** One of each range of the registered types (RFC 6838 § 4.2), for where a description leaves open which. */
const examples: Readonly<Record<string, string>> = {
  audio: "audio/mpeg",
  font: "font/woff2",
  image: "image/png",
  model: "model/gltf-binary",
  multipart: "multipart/form-data",
  text: "text/plain",
  video: "video/mp4",
};

/** What a body is sent as: no message can have a range of media types. */
export function sentMediaType({ name, kind }: Pick<MediaType, "name" | "kind">): string {
  return isRange(name) ? exampleOf(name, kind === "json" ? "application/json" : undefined) : name;
}

/**
 * What a field of a form is sent as.
 *
 * @param described one media type, a range, or several between commas.
 * @returns undefined where nothing is described.
 */
export function fieldMediaType(described: string | undefined): string | undefined {
  const mediaTypes = (described ?? "").split(",").map((mediaType) => mediaType.trim());
  const [first = ""] = mediaTypes;
  if (first === "") return undefined;
  return mediaTypes.find((mediaType) => mediaType !== "" && !isRange(mediaType)) ?? exampleOf(first);
}

function exampleOf(range: string, usual = "application/octet-stream"): string {
  return examples[parseMediaType(range).type] ?? usual;
}
