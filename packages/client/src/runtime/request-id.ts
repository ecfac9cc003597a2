import type { Description, Values } from "./description.ts";

const usual = "x-request-id";

/** The id that a response gives the request: in the property or the header that the description says, or in the usual header. */
export function requestIdOf(
  body: unknown,
  headers: Headers,
  { requestId = usual }: Description,
): string | undefined {
  // Of what is no object there are no properties.
  const id = (body as Values | null | undefined)?.[requestId] ?? headers.get(requestId) ?? headers.get(usual);
  return typeof id === "string" ? id : undefined;
}
