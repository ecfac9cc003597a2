/** A response, and what its body consists of. */
export interface Received {
  readonly response: Response;
  /** Undefined of a stream, which is left to whoever asked for one. */
  readonly chunks?: Uint8Array<ArrayBuffer>[];
}

/** No text is read further than this many bytes, so that a body without an end does not take all memory. */
const longestText = 2 ** 26;

/**
 * Reads a response's body.
 *
 * @param readAs What a success will be read as.
 * @param isOthers Whether the response is for others to read too.
 */
export async function receive(
  response: Response,
  readAs: (response: Response) => string,
  isOthers?: boolean,
): Promise<Received> {
  // An error is text, whatever a success is.
  const kind = response.ok ? readAs(response) : "text";
  if (kind === "stream") return { response };
  const read = isOthers ? response.clone() : response;
  // Not every platform has streams of bodies, and node-fetch has others.
  const reader = read.body?.getReader?.();
  if (!reader) return { response, chunks: [new Uint8Array(await read.arrayBuffer())] };
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { response, chunks };
    length += value.length;
    if (length > longestText && !/blob|arrayBuffer/.test(kind)) throw new RangeError("Too long");
    chunks.push(value);
  }
}

const decoder = /* @__PURE__ */ new TextDecoder();

/** The body as text; of a stream there is none. */
export function textOf({ chunks = [] }: Received): string {
  // Node decodes many times as fast what is no part of a stream.
  return chunks.map((chunk, index) => decoder.decode(chunk, { stream: index < chunks.length - 1 })).join("");
}

/** A text as the JSON that it is, or else as it is. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * The response as the platform gave it, with a body that nobody has read: it can be handed on, or made another of. It can
 * be read, and cloned, as often as one likes.
 */
export function restore(received: Received): Response {
  const { response, chunks } = received;
  // Fetch § 5.5: a program can make no response of another status, such as that of a redirect that is not followed.
  if (!chunks || !response.bodyUsed || response.status < 200 || response.status > 599) return response;
  // A response of status 204 or 304 must not have a body, not even an empty one.
  const body = chunks[1] ? new Blob(chunks) : (chunks[0] ?? null);
  const properties: PropertyDescriptorMap = {
    clone: { value: () => restore(received) },
    text: { value: async () => textOf(received) },
  };
  for (const name of ["arrayBuffer", "blob", "formData", "json"] as const) {
    properties[name] = { value: () => new Response(body, response)[name]() };
  }
  for (const name of ["redirected", "type", "url"] as const) properties[name] = { value: response[name] };
  return Object.defineProperties(new Response(body, response), properties);
}
