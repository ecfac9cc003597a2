/**
 * Reads a response's body, and gives back a response whose body can be read as often as one likes.
 *
 * @param kind What it will be read as. A stream is left to whoever asked for one.
 * @param cloneable Whether it must be possible to clone it too, as middleware does.
 */
export async function readBody(response: Response, kind: string, cloneable: boolean): Promise<Response> {
  const isText = !response.ok || kind === "json" || kind === "text";
  if (!isText && kind === "stream") return response;
  const body = isText ? await response.text() : await response.blob();
  // A response of status 204 or 304 must not have a body, not even an empty one.
  const readable = cloneable ? new Response(body || null, response) : response;
  return Object.assign(
    readable,
    typeof body === "string"
      ? { text: async () => body, json: async () => JSON.parse(body) }
      : { blob: async () => body, arrayBuffer: () => body.arrayBuffer() },
  );
}
