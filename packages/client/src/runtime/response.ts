import type { ParseAs } from "openapi-fetch";

/**
 * Reads a response's body and gives back a response whose body can still be read, as often as one likes.
 *
 * @param kind What it will be read as. A stream is left for the caller to read.
 * @param cloneable Whether it must also be possible to clone it, as middleware does.
 */
export async function readBody(response: Response, kind: ParseAs, cloneable: boolean): Promise<Response> {
  if (response.ok && kind === "stream") return response;
  if (response.ok && kind !== "json" && kind !== "text") {
    const blob = await response.blob();
    return Object.assign(cloneable ? new Response(blob, response) : response, {
      arrayBuffer: () => blob.arrayBuffer(),
      blob: async () => blob,
    });
  }
  const text = await response.text();
  // A response of status 204 or 304 must not have a body, not even an empty one.
  return Object.assign(cloneable ? new Response(text || null, response) : response, {
    json: async () => JSON.parse(text),
    text: async () => text,
  });
}
