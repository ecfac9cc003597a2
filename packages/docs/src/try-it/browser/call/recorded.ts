import type { Body, Exchange } from "./exchange.ts";
import type { Masks } from "./mask.ts";

/** Sends a request. The client makes it, and has no other way to the network. */
export type Fetch = (request: Request) => Promise<Response>;

/** A `fetch` that tells of each exchange once it is over, whether it worked or not. */
export function recorded(fetch: Fetch, masks: Masks, onExchange: (exchange: Exchange) => void): Fetch {
  return async (request) => {
    const sent = {
      ...(await messageOf(request, masks)),
      method: request.method,
      url: masks.url(request.url),
    };
    const started = performance.now();
    const finish = (response: Exchange["response"], failure: unknown): void => {
      onExchange({
        request: sent,
        response,
        failure: failure === undefined ? undefined : masks.text(textOf(failure)),
        milliseconds: performance.now() - started,
      });
    };
    try {
      const response = await fetch(request);
      const { status, statusText } = response;
      try {
        finish({ ...(await messageOf(response, masks)), status, statusText }, undefined);
      } catch (error) {
        finish({ headers: headersOf(response, masks), body: undefined, status, statusText }, error);
      }
      return response;
    } catch (error) {
      finish(undefined, error);
      throw error;
    }
  };
}

async function messageOf(message: Request | Response, masks: Masks) {
  const headers = headersOf(message, masks);
  const bytes = message.body === null ? undefined : new Uint8Array(await message.clone().arrayBuffer());
  return { headers, body: bytes === undefined || bytes.length === 0 ? undefined : bodyOf(bytes, masks) };
}

function headersOf({ headers }: Request | Response, masks: Masks): [string, string][] {
  return [...headers].map(([name, value]) => [name, masks.header(name, value)]);
}

function bodyOf(bytes: Uint8Array, masks: Masks): Body {
  try {
    return { kind: "text", text: masks.text(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) };
  } catch {
    return { kind: "bytes", size: bytes.length };
  }
}

function textOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}
