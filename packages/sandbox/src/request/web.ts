import { BodyTooLargeError, type Incoming, type Reply } from "./incoming.ts";

export function incomingFrom(request: Request): Incoming {
  return {
    method: request.method,
    url: new URL(request.url),
    header: (name) => request.headers.get(name) ?? undefined,
    headers: headersOf(request.headers),
    readBody: (limit) => readBody(request, limit),
  };
}

// Statuses that a Response may not have a body with (Fetch standard, "null body status").
const WITHOUT_BODY = new Set([204, 205, 304]);

export function responseFrom({ status, headers, body }: Reply): Response {
  return new Response(WITHOUT_BODY.has(status) ? null : (body ?? null), { status, headers });
}

async function readBody(request: Request, limit: number): Promise<Uint8Array> {
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  // The body is read piece by piece, since it may have no end.
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    length += value.byteLength;
    if (length > limit) {
      await reader.cancel();
      throw new BodyTooLargeError(limit);
    }
  }
  return joined(chunks, length);
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = chunks;
  if (only !== undefined && chunks.length === 1) return only;
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

/** Apart from the request, so that whoever keeps the headers does not keep the request and its body. */
function headersOf(headers: Headers): Incoming["headers"] {
  return () => headers;
}
