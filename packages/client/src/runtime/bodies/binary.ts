/** Whether a value is bytes that the platform can send. */
export function isBinary(value: unknown): value is Blob | BufferSource {
  return value instanceof Blob || value instanceof ArrayBuffer || ArrayBuffer.isView(value);
}
