/**
 * Reads a response's body, and gives back the response with a body that can be read, and cloned, as often as one likes.
 *
 * @param kind What it will be read as. A stream is left to whoever asked for one.
 */
export async function readBody(response: Response, kind: string): Promise<Response> {
  if (response.ok && kind === "stream") return response;
  const body =
    response.ok && /^(blob|arrayBuffer)$/.test(kind) ? await response.blob() : await response.text();
  // A response of status 204 or 304 must not have a body, not even an empty one.
  const clone = () => new Response(body || null, response);
  return Object.assign(response, {
    arrayBuffer: () => clone().arrayBuffer(),
    blob: () => clone().blob(),
    clone,
    json: async () => JSON.parse(await response.text()),
    text: async () => (typeof body === "string" ? body : body.text()),
  });
}
