import { BodyTooLargeError, BrokenBodyError } from "./incoming.ts";
import { readStream } from "./read-stream.ts";

/** What the platform calls the content codings of RFC 9110 § 8.4.1 and RFC 7932. */
const FORMATS = new Map([
  ["gzip", "gzip"],
  ["x-gzip", "gzip"],
  ["deflate", "deflate"],
  ["br", "brotli"],
]);

/** The body is in a content coding that is not read. */
export class UnsupportedCodingError extends Error {
  override readonly name = "UnsupportedCodingError";
  /** Those that are: not every platform has all of them. */
  readonly supported: readonly string[];

  constructor(coding: string) {
    super(`The content coding ${coding} is not supported`);
    this.supported = ["gzip", "deflate", "br"].filter((name) => decompression(name) !== undefined);
  }
}

/** Undoes the content codings of a body. */
export type DecodeContent = (bytes: Uint8Array, limit: number) => Promise<Uint8Array>;

/**
 * @param contentEncoding The codings in the order in which they were applied (RFC 9110 § 8.4).
 * @returns what throws BodyTooLargeError where more than `limit` bytes come of it, and BrokenBodyError where it is not in that coding.
 * @throws UnsupportedCodingError
 */
export function decoderOf(contentEncoding: string): DecodeContent {
  const codings = contentEncoding
    .split(",")
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== "" && coding !== "identity");
  const unknown = codings.find((coding) => decompression(coding) === undefined);
  if (unknown !== undefined) throw new UnsupportedCodingError(unknown);
  return async (bytes, limit) => {
    let decoded = bytes;
    for (const coding of codings.toReversed()) decoded = await decode(decoded, coding, limit);
    return decoded;
  };
}

async function decode(bytes: Uint8Array, coding: string, limit: number): Promise<Uint8Array> {
  const stream = decompression(coding);
  if (stream === undefined || bytes.byteLength === 0) return bytes;
  try {
    // Whatever the bytes came from, `Blob` only reads them.
    const encoded = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
    return await readStream(encoded.pipeThrough(stream), limit);
  } catch (error) {
    if (error instanceof BodyTooLargeError) throw error;
    throw new BrokenBodyError(`it is not ${coding}`);
  }
}

/** @returns undefined for a coding that the platform does not read. */
function decompression(coding: string): DecompressionStream | undefined {
  const format = FORMATS.get(coding);
  if (format === undefined) return undefined;
  try {
    // Brotli is in the Compression standard, and not yet in every declaration of it.
    return new DecompressionStream(format as CompressionFormat);
  } catch {
    return undefined;
  }
}
