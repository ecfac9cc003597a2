/**
 * Reads a response's body, and gives back the response with a body that can be read, and cloned, as often as one likes.
 *
 * @param readAs What a success will be read as. A stream is left to whoever asked for one.
 */
export async function readBody(
  response: Response,
  readAs: (response: Response) => string,
): Promise<Response> {
  // An error is text, whatever a success is.
  const kind = response.ok ? readAs(response) : "text";
  if (kind === "stream") return response;
  const body = /blob|arrayBuffer/.test(kind) ? await response.blob() : await readText(response);
  // A response of status 204 or 304 must not have a body, not even an empty one.
  const clone = () => new Response(body || null, response);
  return Object.assign(response, {
    arrayBuffer: () => clone().arrayBuffer(),
    blob: () => clone().blob(),
    clone,
    json: () => clone().json(),
    text: async () => (typeof body === "string" ? body : body.text()),
  });
}

/** No text is read further than this many characters, so that a body without an end does not take all memory. */
const longestText = 2 ** 26;

async function readText(response: Response): Promise<string> {
  // Not every platform has streams of bodies.
  const reader = response.body?.getReader();
  if (!reader) return response.text();
  const decoder = new TextDecoder();
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    text += decoder.decode(value, { stream: !done });
    if (text.length > longestText) throw new RangeError("Body too long");
    if (done) return text;
  }
}
